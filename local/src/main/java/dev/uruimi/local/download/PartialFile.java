package dev.uruimi.local.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What has come of a file so far, kept over interruptions. Beside it is what the server calls the
 * version that it is of: without that nothing can be added to it.
 */
record PartialFile(Path path) {

  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** The server's name for the version (a strong ETag or a date), when some of it is here. */
  Optional<String> version() throws IOException {
    return size() > 0 && Files.exists(versionFile())
        ? Optional.of(Files.readString(versionFile())).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** Starts anew. */
  OutputStream begin(String version) throws IOException {
    discard();
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(versionFile(), version);
    return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
  }

  OutputStream resume() throws IOException {
    return Files.newOutputStream(path, StandardOpenOption.APPEND);
  }

  void discard() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(versionFile());
  }

  private Path versionFile() {
    return path.resolveSibling(path.getFileName() + ".version");
  }
}
