package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.Store;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.CommandFailed;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Deletes a store once its name was said. The person is asked for it where the client can ask them
 * (elicitation); elsewhere the assistant has to hand it over.
 */
record DeleteStore(StoreApi api) implements StoreTool {

  private static final String NAME = "name";

  @Override
  public Tool description() {
    return Schemas.destroying(
        "delete_store",
        "Deletes a store with all its data, for good. Asks the person to confirm by the store's"
            + " name; where they cannot be asked, `name` must be the name they said.",
        """
        {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
          "id": {"type": "string", "description": "The store's id."},
          "name": {"type": "string",
            "description": "The store's exact name, said by the person who wants it deleted."}}}""");
  }

  @Override
  public JsonNode answer(ToolCall call) throws InterruptedException {
    var store = api.get(call.text("id"));
    var said = canAsk(call) ? asked(call, store) : call.optional(NAME);
    if (said.isEmpty()) {
      throw notDeleted(store, "Nobody confirmed it by the store's name.");
    }
    if (!said.get().equals(store.name())) {
      throw notDeleted(store, "\"" + said.get() + "\" is not its name.");
    }
    return api.delete(store.id()).json();
  }

  private static boolean canAsk(ToolCall call) {
    var client = call.exchange().getClientCapabilities();
    return client != null && client.elicitation() != null;
  }

  private static Optional<String> asked(ToolCall call, Store store) {
    var answer =
        call.exchange()
            .createElicitation(
                ElicitFormRequest.builder(
                        "Delete the store \"%s\" (%s) with all its data, for good? Type its name."
                            .formatted(store.name(), store.id()),
                        Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of(NAME, Map.of("type", "string", "title", "The store's name"))))
                    .build());
    return answer.action() == ElicitResult.Action.ACCEPT && answer.content() != null
        ? Optional.ofNullable(answer.content().get(NAME)).map(String::valueOf)
        : Optional.empty();
  }

  private static CommandFailed notDeleted(Store store, String why) {
    return new CommandFailed(
        "Store " + store.id() + " was not deleted. " + why,
        "Ask the person for the name of the store to delete, and call again with it as `name`.");
  }
}
