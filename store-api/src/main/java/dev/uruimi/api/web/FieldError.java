package dev.uruimi.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

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
    return new FieldError(field, pointer(List.of(field)), detail);
  }

  /** Of a field inside others, by the names on the way to it. */
  public static FieldError at(List<String> path, String detail) {
    return new FieldError(String.join(".", path), pointer(path), detail);
  }

  /** As of RFC 6901, section 6: what may not stand in a URI is percent-encoded. */
  private static String pointer(List<String> path) {
    return path.stream()
        .map(name -> name.replace("~", "~0").replace("/", "~1"))
        .map(name -> "/" + UriUtils.encodeFragment(name, StandardCharsets.UTF_8))
        .collect(Collectors.joining("", "#", ""));
  }
}
