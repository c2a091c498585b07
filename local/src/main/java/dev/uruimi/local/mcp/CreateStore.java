package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.StoreApi;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import tools.jackson.databind.JsonNode;

/** Asks for a store. */
record CreateStore(StoreApi api) implements StoreTool {

  @Override
  public Tool description() {
    return Schemas.writing(
        "create_store",
        "Asks for a new online shop and answers at once; watch_store waits until it is ready.",
        """
        {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
          "name": {"type": "string", "minLength": 1, "maxLength": 60,
            "description": "The shop's name, as its customers see it."},
          "engine": {"type": "string",
            "description": "The kind of shop: an engine's name; left out: the usual one."},
          "plan": {"type": "string", "description": "Its size; left out: small."}}}""");
  }

  @Override
  public JsonNode answer(ToolCall call) throws InterruptedException {
    var named = call.optional("engine");
    var engine = named.isPresent() ? named.get() : api.preferredEngine();
    return api.create(call.text("name"), engine, call.optional("plan").orElse("small")).json();
  }
}
