package dev.uruimi.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;

/** The problems an operation may answer with. */
final class ProblemSchemas {

  private static final Schema<?> REFERENCE = new Schema<>().$ref("#/components/schemas/Problem");

  private ProblemSchemas() {}

  static void add(String path, HttpMethod method, Operation operation) {
    DocumentedProblems.of(path, method)
        .forEach(
            (status, description) ->
                operation.getResponses().addApiResponse(status, problem(description)));
  }

  static Schema<?> problem() {
    return object("a problem as of RFC 9457")
        .addProperty("type", text("urn:uruimi:problem:<name>, or about:blank"))
        .addProperty("title", text("what kind of problem"))
        .addProperty("status", new Schema<>().types(Set.of("integer")))
        .addProperty("detail", text("what is wrong here"))
        .addProperty("instance", text("the path asked for"))
        .addProperty(
            "errors",
            new Schema<>()
                .types(Set.of("array"))
                .items(new Schema<>().$ref("#/components/schemas/FieldError")));
  }

  static Schema<?> fieldError() {
    return object("what is wrong with a field")
        .addProperty("field", text("its name"))
        .addProperty("pointer", text("where it is: a JSON Pointer as a URI fragment"))
        .addProperty("detail", text("to be read after the field's name"));
  }

  private static ApiResponse problem(String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType("application/problem+json", new MediaType().schema(REFERENCE)));
  }

  private static Schema<?> object(String description) {
    return new Schema<>()
        .types(Set.of("object"))
        .description(description)
        .additionalProperties(true);
  }

  private static Schema<?> text(String description) {
    return new Schema<>().types(Set.of("string")).description(description);
  }
}
