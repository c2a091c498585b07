package dev.uruimi.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The problems an operation may answer with. */
final class ProblemSchemas {

  private static final Schema<?> REFERENCE = new Schema<>().$ref("#/components/schemas/Problem");

  private ProblemSchemas() {}

  static void add(String path, HttpMethod method, Operation operation) {
    answers(path, method)
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

  private static Map<String, String> answers(String path, HttpMethod method) {
    var answers = new LinkedHashMap<String, String>();
    answers.put("400", "malformed request");
    answers.put("403", "foreign Origin");
    if (path.contains("{id}")) {
      answers.put("404", "no such store");
    }
    answers.put("406", "no such media type");
    if (method != HttpMethod.GET) {
      answers.put("409", "not in this state, or the first request of the key is in flight");
      answers.put("413", "body too large");
      answers.put("415", "another media type than JSON");
      answers.put("422", "fields that are not valid, or a key used with another body");
    } else if (path.equals("/stores")) {
      answers.put("422", "parameters that are not valid");
    } else if (path.endsWith("/credentials")) {
      answers.put("409", "no credentials yet, or no longer");
    }
    answers.put("421", "foreign Host");
    answers.put("500", "something went wrong here");
    answers.put("503", "database, cluster or streams unavailable; try again");
    return answers;
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
