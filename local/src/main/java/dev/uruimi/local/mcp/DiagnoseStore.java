package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that is known of why a store is as it is. */
record DiagnoseStore(StoreApi api) implements StoreTool {

  @Override
  public Tool description() {
    return Schemas.reading(
        "diagnose_store",
        "Tells how a store is and why: reason and remedy, what a retry would do, its timeline, its"
            + " pods as they are now, and the evidence kept when it failed (secrets masked).",
        Schemas.ONE_STORE);
  }

  @Override
  public JsonNode answer(ToolCall call) throws InterruptedException {
    var id = call.text("id");
    var answer = JsonMapper.shared().createObjectNode();
    answer.set("store", api.get(id).json());
    answer.set("workloads", seen(() -> api.workloads(id)));
    answer.set("evidence", seen(() -> api.evidence(id)));
    return answer;
  }

  /** What the watcher sees; when it is away that is part of the diagnosis. */
  private static JsonNode seen(Sight sight) throws InterruptedException {
    try {
      return sight.look();
    } catch (CommandFailed e) {
      if (e.exitCode() == ExitCode.NOT_RUNNING) {
        throw e;
      }
      return JsonMapper.shared().createObjectNode().put("unavailable", e.getMessage());
    }
  }

  @FunctionalInterface
  private interface Sight {
    JsonNode look() throws InterruptedException;
  }
}
