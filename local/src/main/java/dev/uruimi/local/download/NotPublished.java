package dev.uruimi.local.download;

import java.io.IOException;
import java.net.URI;

/** The server is there and does not have the file, or does not give it; a repeat won't help. */
final class NotPublished extends IOException {

  private static final long serialVersionUID = 1L;

  NotPublished(Artifact artifact, URI url, String why) {
    super("%s: %s at %s".formatted(artifact, why, url));
  }
}
