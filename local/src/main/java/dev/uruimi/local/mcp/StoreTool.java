package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.CommandFailed;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import tools.jackson.databind.JsonNode;

/** Something an assistant can do with stores. */
interface StoreTool {

  /** By which it is done. */
  StoreApi api();

  /** What the assistant is told of it. */
  Tool description();

  /**
   * Does it.
   *
   * @throws CommandFailed when it cannot be done; the assistant is told why and what to do
   */
  JsonNode answer(ToolCall call) throws InterruptedException;
}
