package dev.uruimi.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A secret out of a file. Whoever shows it in {@code Authorization: Bearer} is let in. */
public final class Token {

  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 32;

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /**
   * Reads it.
   *
   * @param setting name of the setting that names the file, for whoever has to mend it
   * @param file the file; it holds at least 32 visible ASCII characters
   * @throws IllegalStateException when no file is named, or it holds no token
   */
  public static Token ofFile(String setting, String file) {
    if (file.isBlank()) {
      throw new IllegalStateException(
          setting + " names no file: without its token this service would be open to everybody");
    }
    try {
      var value = Files.readString(Path.of(file)).strip();
      if (value.length() < SHORTEST || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
        throw new IllegalStateException(
            "%s: %s holds no token of at least %d visible characters"
                .formatted(setting, file, SHORTEST));
      }
      return new Token(value);
    } catch (IOException e) {
      throw new UncheckedIOException(setting + ": " + file + " cannot be read", e);
    }
  }

  /** What a caller sends as {@code Authorization}. */
  public String header() {
    return SCHEME + value;
  }

  /**
   * Whether an {@code Authorization} header shows this token; takes as long for any of a length.
   */
  public boolean isShownBy(@Nullable String header) {
    // hashes have equal lengths, whatever is compared
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            Sha256.bytes(value), Sha256.bytes(header.substring(SCHEME.length()).strip()));
  }

  /** Never the value. */
  @Override
  public String toString() {
    return "Token";
  }
}
