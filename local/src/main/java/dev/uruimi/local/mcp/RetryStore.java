package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.StoreApi;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import tools.jackson.databind.JsonNode;

/** Tries again what failed. */
record RetryStore(StoreApi api) implements StoreTool {

  @Override
  public Tool description() {
    return Schemas.writing(
        "retry_store",
        "Tries again what failed: making a store, healing a degraded one, deleting one. A shop that"
            + " was ever ready keeps its data; diagnose_store tells under `retry` what it would"
            + " do.",
        Schemas.ONE_STORE);
  }

  @Override
  public JsonNode answer(ToolCall call) throws InterruptedException {
    return api.retry(call.text("id")).json();
  }
}
