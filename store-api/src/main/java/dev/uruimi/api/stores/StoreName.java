package dev.uruimi.api.stores;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What names of stores may be: 1 to 60 characters of letters, marks, digits, spaces, punctuation,
 * currency and mathematical signs, with a letter or a digit among them. Neither control and format
 * characters (which can hide or turn text) nor pictures nor angle brackets.
 */
final class StoreName {

  private static final int LONGEST = 60;

  private StoreName() {}

  /** The name as it is kept: trimmed, in normal form C. */
  static String normal(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  /** What is wrong with a normal name, to be read after the word "name". */
  static Optional<String> complaint(String name) {
    var length = name.codePointCount(0, name.length());
    if (length == 0 || length > LONGEST) {
      return Optional.of("must have 1 to %d characters, not %d".formatted(LONGEST, length));
    }
    var wrong = name.codePoints().filter(character -> !isAllowed(character)).findFirst();
    if (wrong.isPresent()) {
      return Optional.of(
          "must not hold the character U+%04X (%s)"
              .formatted(wrong.getAsInt(), described(wrong.getAsInt())));
    }
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of("must hold a letter or a digit");
    }
    return Optional.empty();
  }

  private static boolean isAllowed(int character) {
    if (character == '<' || character == '>' || isVariationSelector(character)) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.ENCLOSING_MARK ->
          false;
      default -> true;
    };
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  private static String described(int character) {
    var name = Character.getName(character);
    return name == null ? "no character" : name;
  }
}
