package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Identity of a store: 10 characters of lower-case Crockford base32, the first one a letter, so
 * that {@code store-<id>} is a valid DNS label, namespace and Helm release name.
 *
 * @param value the ten characters
 */
public record StoreId(@JsonValue String value) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final String LETTERS = ALPHABET.substring(10);
  private static final Pattern FORM = Pattern.compile("[" + LETTERS + "][" + ALPHABET + "]{9}");

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  @JsonCreator
  public StoreId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a store id: " + value);
    }
  }

  /** Whether the text has the form of a store id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** A new random id. Pass a {@code SecureRandom}: ids of other stores must not be guessable. */
  public static StoreId random(RandomGenerator random) {
    var text = new StringBuilder(10);
    text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    while (text.length() < 10) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new StoreId(text.toString());
  }

  /** The store's namespace, Helm release and host label: {@code store-<id>}. */
  public String namespace() {
    return "store-" + value;
  }

  /** The store's host name below a domain: {@code store-<id>.<domain>}. */
  public String host(String domain) {
    return namespace() + "." + domain;
  }

  @Override
  public String toString() {
    return value;
  }
}
