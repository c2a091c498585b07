package dev.uruimi.api.deadletters;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.JsonBody;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Why somebody deals with a dead letter.
 *
 * @param note for those who look at it later
 */
@Schema(name = "HandlingNote", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record HandlingNote(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500)
        String note) {

  private static final int LONGEST = 500;

  /**
   * Reads it.
   *
   * @throws ProblemException 400 for what is not a JSON object, 422 with all wrong fields
   */
  static HandlingNote read(byte[] body) {
    var tree = JsonBody.object(body);
    var errors = new ArrayList<FieldError>();
    for (var field : tree.propertyNames()) {
      if (!field.equals("note")) {
        errors.add(FieldError.of(field, "is not known; known is note"));
      }
    }
    var value = tree.path("note");
    var note = value.isString() ? value.stringValue().strip() : "";
    var length = note.codePointCount(0, note.length());
    if (value.isMissingNode()) {
      errors.add(FieldError.of("note", "is missing"));
    } else if (!value.isString()) {
      errors.add(FieldError.of("note", "must be a string"));
    } else if (length == 0 || length > LONGEST) {
      errors.add(
          FieldError.of("note", "must have 1 to %d characters, not %d".formatted(LONGEST, length)));
    } else if (note.codePoints().anyMatch(HandlingNote::isUnwelcome)) {
      errors.add(FieldError.of("note", "must not hold control characters but line breaks"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new HandlingNote(note);
  }

  private static boolean isUnwelcome(int character) {
    return character != '\n'
        && character != '\t'
        && character != '\r'
        && (Character.isISOControl(character)
            || Character.getType(character) == Character.SURROGATE);
  }
}
