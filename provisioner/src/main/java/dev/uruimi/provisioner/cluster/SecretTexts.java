package dev.uruimi.provisioner.cluster;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.Places;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Fills a Secret's keys as the engine says. */
final class SecretTexts {

  /** Letters and digits that people can tell apart. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int PASSWORD_LENGTH = 20;
  private static final int BYTES = 32;

  private final SecureRandom random;

  SecretTexts(SecureRandom random) {
    this.random = random;
  }

  Map<String, String> of(Engine.SecretTemplate template, Places places) {
    var texts = new TreeMap<String, String>();
    template.keys().forEach((name, key) -> texts.put(name, text(key, places)));
    return texts;
  }

  private String text(Engine.SecretKey key, Places places) {
    var prefix = Objects.requireNonNullElse(key.prefix(), "");
    if (key.generate() == null) {
      return prefix + places.fill(Objects.requireNonNull(key.value(), "a secret without value"));
    }
    return prefix
        + switch (key.generate()) {
          case PASSWORD -> password(Objects.requireNonNullElse(key.length(), PASSWORD_LENGTH));
          case HEX -> hex(Objects.requireNonNullElse(key.bytes(), BYTES));
        };
  }

  private String password(int length) {
    var text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private String hex(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
