package dev.uruimi.api.login;

import dev.uruimi.access.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits that a browser is given. The service keeps only their hash, so that whoever reads
 * its database learns no way in.
 */
record Ticket(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Ticket random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 in hexadecimal digits; nothing slower is needed for what nobody can guess. */
  String hash() {
    return Sha256.hex(value);
  }

  /** Never the value. */
  @Override
  public String toString() {
    return "Ticket";
  }
}
