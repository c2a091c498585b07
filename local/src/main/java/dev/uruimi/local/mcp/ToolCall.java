package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.Simulation;
import dev.uruimi.local.stores.Store;
import dev.uruimi.local.terminal.CommandFailed;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One call of a tool. Its arguments follow the tool's schema: the server has checked that. */
record ToolCall(McpSyncServerExchange exchange, CallToolRequest request) {

  CallToolResult answeredBy(StoreTool tool) {
    try {
      return result(tool.answer(this), tool.api().simulated());
    } catch (CommandFailed e) {
      return failure(e.getMessage() + (e.advice().isEmpty() ? "" : "\n" + e.advice()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure("The server is being stopped.");
    }
  }

  String text(String name) {
    return optional(name).orElse("");
  }

  Optional<String> optional(String name) {
    var value = request.arguments() == null ? null : request.arguments().get(name);
    return Optional.ofNullable(value).map(String::valueOf);
  }

  /** Tells the client, if it asked for that, every new thing that happens to a store. */
  Consumer<Store> progress() {
    var token = request.progressToken();
    if (token == null) {
      return _ -> {};
    }
    var told = new int[1];
    return store -> {
      var happenings = store.timeline();
      for (; told[0] < happenings.size(); told[0]++) {
        var happening = happenings.get(told[0]);
        exchange.progressNotification(
            new ProgressNotification(token, told[0] + 1.0, null, happening.step()));
      }
    };
  }

  private static CallToolResult result(JsonNode answer, boolean simulated) {
    var result = CallToolResult.builder().addTextContent(answer.toPrettyString()).isError(false);
    return (simulated ? result.addTextContent(Simulation.LABEL) : result).build();
  }

  private static CallToolResult failure(String why) {
    return CallToolResult.builder().addTextContent(why).isError(true).build();
  }
}
