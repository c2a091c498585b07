package dev.uruimi.api.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals secrets for the database: AES-256-GCM, a nonce of its own before each, bound to the
 * webhook's id. The key is a file of 64 hexadecimal digits.
 */
@Component
class SecretSeal {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final @Nullable SecretKey key;

  SecretSeal(WebhookProperties properties) {
    key = properties.keyFile().isBlank() ? null : read(Path.of(properties.keyFile()));
  }

  /** Whether there is a key; nothing is sealed or opened without one. */
  boolean isSetUp() {
    return key != null;
  }

  byte[] seal(String webhookId, SigningSecret secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, webhookId)
              .doFinal(secret.text().getBytes(StandardCharsets.UTF_8));
      var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws GeneralSecurityException when it was sealed with another key, or for another webhook
   */
  SigningSecret open(String webhookId, byte[] sealed) throws GeneralSecurityException {
    var opened =
        cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), webhookId)
            .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    return new SigningSecret(new String(opened, StandardCharsets.UTF_8));
  }

  private Cipher cipher(int mode, byte[] nonce, String webhookId) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, Objects.requireNonNull(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(webhookId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey read(Path file) {
    try {
      var digits = Files.readString(file).strip();
      if (!digits.matches("[0-9a-fA-F]{%d}".formatted(2 * KEY_BYTES))) {
        throw new IllegalStateException(
            "WEBHOOKS_KEY_FILE: %s must hold %d hexadecimal digits".formatted(file, 2 * KEY_BYTES));
      }
      return new SecretKeySpec(HexFormat.of().parseHex(digits), "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("WEBHOOKS_KEY_FILE: no key in " + file, e);
    }
  }
}
