package dev.uruimi.certify.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether a Secret is still the same without keeping it. */
final class Hash {

  private Hash() {}

  static String of(Map<String, String> data) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(data)
          .forEach(
              (name, value) ->
                  digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
