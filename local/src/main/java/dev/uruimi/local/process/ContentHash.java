package dev.uruimi.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** Short names (16 hex digits of SHA-256) for content, so that the same is built only once. */
public final class ContentHash {

  private static final Set<String> IGNORED = Set.of("node_modules", "target", ".git");

  private final MessageDigest digest = sha256();

  /** Hash of texts, order and borders included. */
  public static String of(String... texts) {
    var hash = new ContentHash();
    for (var text : texts) {
      hash.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return hash.hex();
  }

  /**
   * Hash of all regular files below a folder: paths, bytes and whether they are executable. Times
   * don't count, nor do {@code node_modules}, {@code target} and {@code .git}.
   */
  public static String ofFolder(Path folder) throws IOException {
    var hash = new ContentHash();
    try (var files = Files.walk(folder)) {
      files
          .filter(file -> !ignored(folder.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> hash.add(folder, file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return hash.hex();
  }

  private static boolean ignored(Path relative) {
    for (var element : relative) {
      if (IGNORED.contains(element.toString())) {
        return true;
      }
    }
    return false;
  }

  private void add(Path folder, Path file) {
    try {
      add(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      add(new byte[] {(byte) (Files.isExecutable(file) ? 1 : 0)});
      add(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
