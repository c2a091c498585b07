package dev.uruimi.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads events in the binary content mode of the CloudEvents Kafka binding.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class EventCodec {

  /** The mapper of event bodies: unknown fields are allowed, missing ones are not. */
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final String PREFIX = "ce_";
  private static final String HTTP_PREFIX = "ce-";

  /** The record of an event. */
  public EncodedEvent encode(EventEnvelope envelope) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(PREFIX + "specversion", "1.0");
    headers.put(PREFIX + "id", envelope.id());
    headers.put(PREFIX + "source", envelope.source());
    headers.put(PREFIX + "type", envelope.type());
    headers.put(PREFIX + "subject", envelope.event().storeId().value());
    headers.put(PREFIX + "time", envelope.time().toString());
    if (envelope.traceparent() != null) {
      headers.put(PREFIX + "traceparent", envelope.traceparent());
    }
    headers.put("content-type", "application/json");
    return new EncodedEvent(
        envelope.event().storeId().value(), headers, JSON.writeValueAsBytes(envelope.event()));
  }

  /**
   * Reads a record.
   *
   * @param headers header values, either {@code byte[]} or text; others are ignored
   * @throws BadEventException when the type is known and the rest cannot be read
   */
  public ReadEvent decode(Map<String, ?> headers, byte[] body) {
    var type = required(headers, "type");
    var eventClass = EventTypes.classOf(type);
    if (eventClass.isEmpty()) {
      return new ReadEvent.Unknown(type);
    }
    var event = read(body, eventClass.get());
    new RequiredFields(type).check(event);
    var subject = required(headers, "subject");
    if (!subject.equals(event.storeId().value())) {
      throw new BadEventException(
          "subject %s is not the body's store %s".formatted(subject, event.storeId()));
    }
    return new ReadEvent.Known(
        new EventEnvelope(
            required(headers, "id"),
            required(headers, "source"),
            time(required(headers, "time")),
            attribute(headers, "traceparent"),
            event));
  }

  private static StoreEvent read(byte[] body, Class<? extends StoreEvent> eventClass) {
    try {
      var event = JSON.readValue(body, eventClass);
      if (event == null) {
        throw new BadEventException("the body is null");
      }
      return event;
    } catch (JacksonException e) {
      throw new BadEventException("unreadable body: " + e.getOriginalMessage(), e);
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadEventException("ce_time is not a timestamp: " + text, e);
    }
  }

  private static String required(Map<String, ?> headers, String attribute) {
    var value = attribute(headers, attribute);
    if (value == null || value.isEmpty()) {
      throw new BadEventException("header " + PREFIX + attribute + " is missing");
    }
    return value;
  }

  /** Spring Cloud Function gives some records' attributes the prefix of the HTTP binding. */
  private static @Nullable String attribute(Map<String, ?> headers, String attribute) {
    var value = text(headers.get(PREFIX + attribute));
    return value != null ? value : text(headers.get(HTTP_PREFIX + attribute));
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      case String text -> text;
      case null, default -> null;
    };
  }
}
