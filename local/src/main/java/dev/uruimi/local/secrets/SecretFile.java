package dev.uruimi.local.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** 256 random bits that are made once and that only their owner may read. */
public record SecretFile(Path file) {

  private static final int RANDOM_BYTES = 32;

  public String read() throws IOException {
    return Files.readString(file).strip();
  }

  /** Makes it unless it is there; whole or not at all. */
  public void ensure() throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var next = Files.createTempFile(file.getParent(), "secret", ".new", mine);
    Files.writeString(next, HexFormat.of().formatHex(bytes));
    try {
      Files.createLink(file, next);
    } catch (FileAlreadyExistsException e) {
      // another one was quicker; its secret counts
    } finally {
      Files.delete(next);
    }
  }
}
