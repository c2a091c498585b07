package dev.uruimi.local.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A checksum, in hexadecimal digits. */
record Sha256(String hex) {

  private static final Pattern ALONE = Pattern.compile("\\s*([0-9a-fA-F]{64})\\s*");
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})\\s+\\*?(?:\\./)?(.+)");

  /** Of a file, out of what its publisher says: the sum alone, or lines of sum and file name. */
  static Optional<Sha256> in(String text, String fileName) {
    var alone = ALONE.matcher(text);
    if (alone.matches()) {
      return Optional.of(of(alone.group(1)));
    }
    return text.lines()
        .map(line -> LINE.matcher(line.strip()))
        .filter(line -> line.matches() && line.group(2).strip().equals(fileName))
        .map(line -> of(line.group(1)))
        .findFirst();
  }

  /** Of a file's content. */
  static Sha256 of(Path file) throws IOException {
    try (var sum = new DigestOutputStream(OutputStream.nullOutputStream(), digest())) {
      Files.copy(file, sum);
      return new Sha256(HexFormat.of().formatHex(sum.getMessageDigest().digest()));
    }
  }

  private static Sha256 of(String hex) {
    return new Sha256(hex.toLowerCase(Locale.ROOT));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
