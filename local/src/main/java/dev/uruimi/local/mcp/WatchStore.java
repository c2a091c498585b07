package dev.uruimi.local.mcp;

import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.stores.Waiting;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Clock;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Waits until a store is where it should be, or known not to get there. */
record WatchStore(StoreApi api) implements StoreTool {

  private static final int USUAL_SECONDS = 300;

  @Override
  public Tool description() {
    return Schemas.reading(
        "watch_store",
        "Waits until a store can sell (or, of one being deleted, until it is verified gone), or is"
            + " known to have failed, and tells why. Each step is reported as progress.",
        """
        {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
          "id": {"type": "string", "description": "The store's id."},
          "timeoutSeconds": {"type": "integer", "minimum": 1, "maximum": 1800,
            "description": "Longest wait, 300 unless named."}}}""");
  }

  @Override
  public JsonNode answer(ToolCall call) throws InterruptedException {
    var seconds = call.optional("timeoutSeconds").map(Integer::valueOf).orElse(USUAL_SECONDS);
    var limit = Duration.ofSeconds(seconds);
    var waiting = new Waiting(api, Clock.systemUTC(), Waiter.REAL, limit);
    var store = api.get(call.text("id"));
    var reached =
        switch (store.status()) {
          case "deleted" -> store;
          case "deleting", "delete_failed" -> waiting.untilDeleted(store, call.progress());
          default -> waiting.untilReady(store, call.progress());
        };
    return reached.json();
  }
}
