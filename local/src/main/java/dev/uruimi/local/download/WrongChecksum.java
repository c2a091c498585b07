package dev.uruimi.local.download;

import java.io.IOException;
import java.net.URI;

/** What came is not what was published; it is deleted, and nothing is put in its place. */
public final class WrongChecksum extends IOException {

  private static final long serialVersionUID = 1L;

  WrongChecksum(Artifact artifact, URI url, Sha256 published, Sha256 got) {
    super(
        "%s from %s has the SHA-256 %s, and its publisher says %s; the file was deleted"
            .formatted(artifact, url, got.hex(), published.hex()));
  }
}
