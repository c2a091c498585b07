package dev.uruimi.local.operations;

import static dev.uruimi.local.operations.Cells.text;

import dev.uruimi.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Webhooks as people read them. */
final class WebhookText {

  private WebhookText() {}

  static List<String> created(JsonNode webhook) {
    var lines = new ArrayList<>(list(List.of(webhook)));
    lines.add("");
    lines.add("Its secret, which is shown this once: " + text(webhook, "secret"));
    return lines;
  }

  static List<String> list(JsonNode page) {
    var webhooks = page.path("webhooks").valueStream().toList();
    return webhooks.isEmpty() ? List.of("No webhooks.") : list(webhooks);
  }

  static List<String> deleted(JsonNode webhook) {
    return List.of("Deleted: " + text(webhook, "url"));
  }

  static List<String> deliveries(JsonNode page) {
    var deliveries = page.path("deliveries").valueStream().toList();
    return deliveries.isEmpty() ? List.of("It was told nothing yet.") : told(deliveries);
  }

  static List<String> delivery(JsonNode delivery) {
    return told(List.of(delivery));
  }

  private static List<String> list(List<JsonNode> webhooks) {
    var table = new Table().row("ID", "EVENTS", "SINCE", "DISABLED", "URL", "DESCRIPTION");
    for (var webhook : webhooks) {
      var events = webhook.path("events").valueStream().map(event -> event.asString("")).toList();
      table.row(
          text(webhook, "id"),
          String.join(",", events),
          text(webhook, "created"),
          text(webhook, "disabled"),
          text(webhook, "url"),
          text(webhook, "description"));
    }
    return table.lines();
  }

  private static List<String> told(List<JsonNode> deliveries) {
    var table =
        new Table().row("ID", "STORE", "EVENT", "STATUS", "ATTEMPTS", "ANSWER", "NEXT", "ERROR");
    for (var delivery : deliveries) {
      table.row(
          text(delivery, "id"),
          text(delivery, "storeId"),
          text(delivery, "eventType"),
          text(delivery, "status"),
          delivery.path("attempts").asString(""),
          delivery.path("lastStatus").asString(""),
          text(delivery, "nextAttempt"),
          text(delivery, "lastError"));
    }
    return table.lines();
  }
}
