package dev.uruimi.local.operations;

import dev.uruimi.local.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** Fields of answers as text for a table. */
final class Cells {

  private Cells() {}

  /** A field's text, harmless to a terminal; empty when there is none. */
  static String text(JsonNode node, String field) {
    return Terminal.harmless(node.path(field).asString(""));
  }
}
