package dev.uruimi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The token that services under test ask for. It opens nothing else. */
public final class TestToken {

  private static final String VALUE = "a-token-of-tests-that-opens-nothing-else";

  /** What callers send as {@code Authorization}. */
  public static final String HEADER = "Bearer " + VALUE;

  private static final Path FILE = written();

  private TestToken() {}

  /** The file it lies in, for the settings that name one. */
  public static Path file() {
    return FILE;
  }

  private static Path written() {
    try {
      var file = Files.createTempFile("test-token", "");
      file.toFile().deleteOnExit();
      return Files.writeString(file, VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
