package dev.uruimi.local.download;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A published file that is a program or has one in it.
 *
 * @param program its name
 * @param version its version
 * @param url where the file is
 * @param checksum where its SHA-256 is
 * @param member the program's path in the file where that is a {@code .tar.gz}; null where the file
 *     is the program
 */
public record Artifact(
    String program, String version, URI url, URI checksum, @Nullable String member) {

  /** The file's name, as lists of checksums have it. */
  String fileName() {
    var path = url.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return program + " " + version;
  }
}
