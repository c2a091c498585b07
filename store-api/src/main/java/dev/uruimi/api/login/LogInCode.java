package dev.uruimi.api.login;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.JsonBody;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What a browser shows to be logged in.
 *
 * @param code what stands behind the {@code #} of the link
 */
@Schema(name = "LogInCode", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record LogInCode(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 100)
        String code) {

  private static final int LONGEST = 100;

  /**
   * Reads it.
   *
   * @throws ProblemException 400 for what is not a JSON object, 422 with all wrong fields
   */
  static LogInCode read(byte[] body) {
    var tree = JsonBody.object(body);
    var errors = new ArrayList<FieldError>();
    for (var field : tree.propertyNames()) {
      if (!field.equals("code")) {
        errors.add(FieldError.of(field, "is not known; known is code"));
      }
    }
    var value = tree.path("code");
    var code = value.asString("");
    if (value.isMissingNode()) {
      errors.add(FieldError.of("code", "is missing"));
    } else if (!value.isString()) {
      errors.add(FieldError.of("code", "must be a string"));
    } else if (code.isEmpty() || code.length() > LONGEST) {
      errors.add(FieldError.of("code", "must have 1 to %d characters".formatted(LONGEST)));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new LogInCode(code);
  }
}
