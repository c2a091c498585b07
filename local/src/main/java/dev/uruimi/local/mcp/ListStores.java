package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.Store;
import dev.uruimi.local.stores.StoreApi;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stores, in a few words each. */
record ListStores(StoreApi api) implements StoreTool {

  @Override
  public Tool description() {
    return Schemas.reading(
        "list_stores",
        "Lists the stores, the latest first: id, name, engine, status, shop address and, where"
            + " something is wrong, why.",
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "status": {"type": "string", "enum": ["requested", "provisioning", "starting", "ready",
            "degraded", "failed", "deleting", "delete_failed", "deleted"],
            "description": "Only stores of this status; deleted ones are listed only so."}}}""");
  }

  @Override
  public JsonNode answer(ToolCall call) throws InterruptedException {
    var stores = JsonMapper.shared().createArrayNode();
    for (var store : api.list(call.optional("status").orElse(null))) {
      stores.add(brief(store));
    }
    return stores;
  }

  private static JsonNode brief(Store store) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", store.id())
        .put("name", store.name())
        .put("engine", store.engine())
        .put("status", store.status())
        .put("shop", store.urls().getOrDefault("shop", ""))
        .put("error", store.errorReason());
  }
}
