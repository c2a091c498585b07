package dev.uruimi.local.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Makes a program of a verified file. */
final class Unpacking {

  private Unpacking() {}

  /** The program as {@code folder/<name>}; the file is gone afterwards. */
  static Path program(Artifact artifact, Path file, Path folder) throws IOException {
    var program = folder.resolve(artifact.program());
    try {
      if (artifact.member() == null) {
        Files.move(file, program, StandardCopyOption.REPLACE_EXISTING);
      } else {
        extract(artifact.member(), file, program);
      }
    } finally {
      Files.deleteIfExists(file);
    }
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  private static void extract(String member, Path archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().replaceFirst("^\\./", "").equals(member)) {
          Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
          return;
        }
      }
    }
    throw new IOException("the archive has no " + member + " in it");
  }
}
