package dev.uruimi.api.projection;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.messaging.Message;

/**
 * The CloudEvents headers of a record as they stand on Kafka, {@code ce_*}. Spring Cloud Function
 * renames them to {@code ce-*} on the way to a function.
 */
final class EventHeaders {

  private EventHeaders() {}

  static Map<String, String> of(Message<byte[]> message) {
    var headers = new LinkedHashMap<String, String>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (name.startsWith("ce_") || name.startsWith("ce-")) {
                headers.put("ce_" + name.substring(3), text(value));
              }
            });
    return headers;
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value.toString();
  }
}
