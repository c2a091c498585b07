package dev.uruimi.api.web;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wrong with a field.
 *
 * @param field its name
 * @param pointer where it is in the body, a JSON Pointer as a URI fragment
 * @param detail what is wrong, to be read after the field's name
 */
public record FieldError(
    @Schema(example = "name") String field,
    @Schema(example = "#/name") String pointer,
    @Schema(example = "must have 1 to 60 characters") String detail) {

  public static FieldError of(String field, String detail) {
    return new FieldError(field, "#/" + field.replace("~", "~0").replace("/", "~1"), detail);
  }
}
