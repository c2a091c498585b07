package dev.uruimi.local.stores;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A store as store-api shows it.
 *
 * @param json the whole answer, which {@code --json} prints as it is
 */
public record Store(JsonNode json) {

  /**
   * Something that happened to it.
   *
   * @param took how long it took, when that is known
   */
  public record Happening(String step, Instant at, Optional<Duration> took, String detail) {

    static Happening of(JsonNode entry) {
      var millis = entry.path("durationMillis");
      return new Happening(
          entry.path("step").asString(""),
          Instant.parse(entry.path("at").asString("1970-01-01T00:00:00Z")),
          millis.isNumber() ? Optional.of(Duration.ofMillis(millis.asLong())) : Optional.empty(),
          entry.path("detail").asString(""));
    }
  }

  /** Its JSON, labelled. */
  JsonNode withSimulated() {
    return ((ObjectNode) json.deepCopy()).put("simulated", true);
  }

  public String id() {
    return text("id");
  }

  public String name() {
    return text("name");
  }

  public String engine() {
    return text("engine");
  }

  public String plan() {
    return text("plan");
  }

  public String owner() {
    return text("owner");
  }

  public String status() {
    return text("status");
  }

  public String host() {
    return text("host");
  }

  public int attempt() {
    return json.path("attempt").asInt(1);
  }

  public Instant created() {
    return Instant.parse(json.path("created").asString("1970-01-01T00:00:00Z"));
  }

  /** Why it is not as it should be, as a sentence; empty when it is. */
  public String errorReason() {
    return text("error_reason");
  }

  /** What to do about that; may be empty. */
  public String remedy() {
    return json.path("reason").path("remedy").asString("");
  }

  /** From the request of this attempt to ready. */
  public Optional<Duration> readyAfter() {
    var millis = json.path("readyAfterMillis");
    return millis.isNumber() ? Optional.of(Duration.ofMillis(millis.asLong())) : Optional.empty();
  }

  /** Links by name: shop, admin. */
  public Map<String, String> urls() {
    var urls = new LinkedHashMap<String, String>();
    json.path("urls")
        .properties()
        .forEach(url -> urls.put(url.getKey(), url.getValue().asString("")));
    return urls;
  }

  public List<Happening> timeline() {
    var happenings = new ArrayList<Happening>();
    json.path("timeline").forEach(entry -> happenings.add(Happening.of(entry)));
    return happenings;
  }

  private String text(String field) {
    return json.path(field).asString("");
  }
}
