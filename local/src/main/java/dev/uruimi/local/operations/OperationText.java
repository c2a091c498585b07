package dev.uruimi.local.operations;

import static dev.uruimi.local.operations.Cells.text;

import dev.uruimi.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers for operators as people read them. */
final class OperationText {

  private OperationText() {}

  static List<String> replays(List<JsonNode> items) {
    if (items.isEmpty()) {
      return List.of("No store matches.");
    }
    var table = new Table().row("ID", "STATUS", "REASON", "EVENTS", "LOG", "NEXT", "WHAT");
    for (var item : items) {
      table.row(
          text(item, "id"),
          text(item, "status"),
          text(item, "reason"),
          item.path("eventsInLog").asString(""),
          item.path("consistent").asBoolean(false) ? "agrees" : "differs",
          item.path("nextAttempt").asString(""),
          item.path("refused").isNull() ? text(item, "does") : text(item, "refused"));
    }
    return table.lines();
  }

  static List<String> deadLetters(JsonNode page) {
    if (page.path("deadLetters").isEmpty()) {
      return List.of("No dead letters.");
    }
    var table = new Table().row("ID", "AT", "STORE", "HANDLED", "ERROR");
    for (var letter : page.path("deadLetters")) {
      table.row(
          text(letter, "id"),
          text(letter, "at"),
          text(letter, "storeId"),
          text(letter.path("handled"), "how"),
          text(letter, "error"));
    }
    return table.lines();
  }

  static List<String> deadLetter(JsonNode letter) {
    var table = new Table();
    for (var field : List.of("id", "service", "at", "storeId", "eventType", "error")) {
      table.row(field, text(letter, field));
    }
    var handled = letter.path("handled");
    if (handled.isObject()) {
      table.row("handled", text(handled, "how") + " " + text(handled, "note"));
    }
    letter
        .path("headers")
        .properties()
        .forEach(
            header -> table.row(header.getKey(), text(letter.path("headers"), header.getKey())));
    table.row("body", text(letter, "body"));
    return table.lines();
  }

  static List<String> orphans(JsonNode orphans) {
    var lines = new ArrayList<String>();
    if (!text(orphans, "skipped").isEmpty()) {
      lines.add("The newest sweep did not take place: " + text(orphans, "skipped"));
    }
    if (!text(orphans, "held").isEmpty()) {
      lines.add(
          "Held: %s If they are orphans indeed: --sweep --force %s"
              .formatted(text(orphans, "held"), orphans.path("heldCount").asString("")));
    }
    if (orphans.path("findings").isEmpty()) {
      var sweptAt = text(orphans, "sweptAt");
      lines.add(
          sweptAt.isEmpty() ? "Not swept yet." : "Nothing is orphaned (swept " + sweptAt + ").");
      return lines;
    }
    var table = new Table().row("KIND", "NAME", "SINCE", "REMOVED AT", "WHY", "ACTION");
    for (var finding : orphans.path("findings")) {
      table.row(
          text(finding, "kind"),
          text(finding, "name"),
          text(finding, "since"),
          text(finding, "removeAt"),
          text(finding, "why"),
          text(finding, "action"));
    }
    lines.addAll(table.lines());
    return lines;
  }

  static List<String> run(String kind, JsonNode run) {
    if (!run.isObject()) {
      return List.of(kind + ": none yet");
    }
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %s, %s of %s events, %s/s, %s stores"
            .formatted(
                kind,
                text(run, "state"),
                run.path("events").asString("0"),
                run.path("ofEvents").asString("0"),
                run.path("eventsPerSecond").asString("-"),
                run.path("stores").asString("0")));
    var outcome = run.path("outcome");
    if (outcome.isObject()) {
      lines.add(text(outcome, "sentence"));
      if (!outcome.path("differences").isEmpty()) {
        var table = new Table().row("ID", "FIELD", "TABLE", "LOG");
        for (var difference : outcome.path("differences")) {
          table.row(
              text(difference, "id"),
              text(difference, "field"),
              text(difference, "table"),
              text(difference, "log"));
        }
        lines.addAll(table.lines());
      }
    }
    return lines;
  }

  static String restored(JsonNode restoration) {
    return "%s %s events that tell of %s stores."
        .formatted(
            restoration.path("dryRun").asBoolean(false) ? "It would write" : "Wrote",
            restoration.path("events").asString("0"),
            restoration.path("stores").asString("0"));
  }

  static List<String> evidence(JsonNode evidence) {
    if (evidence.path("evidence").isEmpty()) {
      return List.of("No evidence: the store did not fail, or it was kept too long ago.");
    }
    var lines = new ArrayList<String>();
    for (var capture : evidence.path("evidence")) {
      lines.add(
          "%s  %s  attempt %s  %s"
              .formatted(
                  text(capture, "at"),
                  text(capture, "status"),
                  capture.path("attempt").asString(""),
                  text(capture.path("reason"), "sentence")));
      var table = new Table();
      for (var pod : capture.path("pods")) {
        table.row("  pod", text(pod, "name"), text(pod, "phase"));
      }
      for (var event : capture.path("events")) {
        table.row("  event", text(event, "object"), text(event, "reason"), text(event, "message"));
      }
      lines.addAll(table.lines());
      for (var log : capture.path("logs")) {
        lines.add("  log of " + text(log, "pod") + "/" + text(log, "container"));
        log.path("lines").forEach(line -> lines.add("    " + harmless(line)));
      }
    }
    return lines;
  }

  private static String harmless(JsonNode line) {
    return dev.uruimi.local.terminal.Terminal.harmless(line.asString(""));
  }
}
