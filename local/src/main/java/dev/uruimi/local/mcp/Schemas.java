package dev.uruimi.local.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/** Descriptions of tools. */
final class Schemas {

  static final String ONE_STORE =
      """
      {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
        "id": {"type": "string", "description": "The store's id, as list_stores tells it."}}}""";

  private Schemas() {}

  /** A tool that changes nothing. */
  static Tool reading(String name, String description, String schema) {
    return described(name, description, schema).annotations(hints(true, false)).build();
  }

  /** A tool that changes something, but loses nothing. */
  static Tool writing(String name, String description, String schema) {
    return described(name, description, schema).annotations(hints(false, false)).build();
  }

  /** A tool after which something is gone. */
  static Tool destroying(String name, String description, String schema) {
    return described(name, description, schema).annotations(hints(false, true)).build();
  }

  private static Tool.Builder described(String name, String description, String schema) {
    return Tool.builder(name, McpJsonDefaults.getMapper(), schema).description(description);
  }

  private static ToolAnnotations hints(boolean readOnly, boolean destructive) {
    return ToolAnnotations.builder()
        .readOnlyHint(readOnly)
        .destructiveHint(destructive)
        .openWorldHint(false)
        .build();
  }
}
