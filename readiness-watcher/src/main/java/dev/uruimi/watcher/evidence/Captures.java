package dev.uruimi.watcher.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A store's captures as they are written into its ConfigMap, and the room they may take there. */
final class Captures {

  static final int MOST = 5;
  static final int LARGEST = 60 * 1024;
  static final int LARGEST_TOGETHER = 200 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Captures.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private Captures() {}

  /** The captures, newest first. One that cannot be read, because of another version, is left. */
  static List<Capture> read(Map<String, String> written) {
    return written.entrySet().stream()
        .flatMap(entry -> read(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Capture::at).reversed())
        .toList();
  }

  private static Stream<Capture> read(String key, String text) {
    try {
      return Stream.of(JSON.readValue(text, Capture.class));
    } catch (JacksonException e) {
      LOG.atWarn().addKeyValue("key", key).log("capture cannot be read: {}", e.toString());
      return Stream.empty();
    }
  }

  /** With one more, made small enough; the oldest give way to it. */
  static Map<String, String> with(Map<String, String> written, String key, Capture capture) {
    var kept = new LinkedHashMap<String, String>();
    kept.put(key, write(capture));
    var room = LARGEST_TOGETHER - size(kept.get(key));
    for (var older : read(written)) {
      var name = nameOf(older);
      var size = size(written.getOrDefault(name, ""));
      if (kept.size() == MOST || size > room) {
        break;
      }
      kept.put(name, written.getOrDefault(name, ""));
      room -= size;
    }
    return kept;
  }

  /** The key follows from the id: {@code <store>/<attempt>/<status>-<mark>}. */
  private static String nameOf(Capture capture) {
    var id = capture.id();
    return id.substring(id.indexOf('/') + 1).replace('/', '.');
  }

  private static String write(Capture capture) {
    var fitting = capture;
    var text = JSON.writeValueAsString(fitting);
    while (size(text) > LARGEST) {
      fitting = fitting.smaller();
      text = JSON.writeValueAsString(fitting);
    }
    return text;
  }

  static int size(String text) {
    return text.getBytes(UTF_8).length;
  }
}
