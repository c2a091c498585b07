package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads why store-api said no: problem details as of RFC 9457. */
final class Refused {

  private static final int NOT_FOUND = 404;

  private Refused() {}

  static CommandFailed of(HttpResponse<String> response) {
    var problem = parse(response.body());
    var title = problem.path("title").asString("status " + response.statusCode());
    var lines = new ArrayList<String>();
    var detail = problem.path("detail").asString("");
    if (!detail.isEmpty()) {
      lines.add(detail);
    }
    for (var error : problem.path("errors")) {
      var line = error.path("field").asString("") + " " + error.path("detail").asString("");
      if (!line.equals(detail)) { // of a single wrong field the detail tells already
        lines.add(line);
      }
    }
    return new CommandFailed(title, String.join("\n", lines), code(response, problem), null);
  }

  private static int code(HttpResponse<String> response, JsonNode problem) {
    if (response.statusCode() == NOT_FOUND) {
      return ExitCode.NOT_FOUND;
    }
    return problem.path("errors").isEmpty() ? ExitCode.FAILED : ExitCode.USAGE;
  }

  private static JsonNode parse(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
