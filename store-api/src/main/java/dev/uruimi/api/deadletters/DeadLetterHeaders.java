package dev.uruimi.api.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a dead letter: the record's own, and those that tell where it stood and why it is
 * here. store-api writes the latter as text ({@code x-original-*}, {@code x-exception-*}), Spring
 * Kafka in the workers as big-endian numbers ({@code kafka_dlt-*}).
 */
record DeadLetterHeaders(Headers headers) {

  private static final List<String> ADDED =
      List.of("x-original-", "x-exception-", "kafka_dlt-", "springDeserializerException");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final int LONGEST_ERROR = 500;
  private static final int LONGEST_SHOWN = 4_096;

  /** Where the record stood in the log. */
  record Source(String topic, int partition, long offset) {}

  /** Where it stood, if all of that is told. */
  @Nullable Source source() {
    var topic = first("x-original-topic", "kafka_dlt-original-topic");
    var partition = number("partition");
    var offset = number("offset");
    return topic == null || partition == null || offset == null || partition > Integer.MAX_VALUE
        ? null
        : new Source(shortened(topic, LONGEST_ERROR), partition.intValue(), offset);
  }

  /** Why it is here; at most 500 characters. */
  String error() {
    var message = first("x-exception-message", "kafka_dlt-exception-message");
    var name = first("x-exception-fqcn", "kafka_dlt-exception-fqcn");
    return shortened(
        Objects.requireNonNullElse(message, Objects.requireNonNullElse(name, "No reason is told.")),
        LONGEST_ERROR);
  }

  /** The headers of the record itself, without those that the dead-lettering added. */
  List<Header> own() {
    return Stream.of(headers.toArray())
        .filter(header -> ADDED.stream().noneMatch(prefix -> header.key().startsWith(prefix)))
        .toList();
  }

  /** All headers as text, each at most 4,096 characters; of several with one name the last. */
  Map<String, String> shown() {
    var shown = new LinkedHashMap<String, String>();
    for (var header : headers) {
      var number = header.value() == null ? null : binary(header.key(), header.value());
      var text = number != null ? number.toString() : text(header.key());
      shown.put(header.key(), text == null ? "" : shortened(text, LONGEST_SHOWN));
    }
    return shown;
  }

  /** A header as text. */
  @Nullable String text(String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private @Nullable String first(String name, String otherwise) {
    var text = text(name);
    return text == null ? text(otherwise) : text;
  }

  private @Nullable Long number(String what) {
    for (var name : List.of("x-original-" + what, "kafka_dlt-original-" + what)) {
      var header = headers.lastHeader(name);
      if (header != null && header.value() != null) {
        var text = new String(header.value(), StandardCharsets.US_ASCII);
        return name.startsWith("x-") && NUMBER.matcher(text).matches()
            ? Long.valueOf(text)
            : binary(name, header.value());
      }
    }
    return null;
  }

  private static @Nullable Long binary(String name, byte[] value) {
    if (!name.matches("(x|kafka_dlt)-original-(partition|offset|timestamp)")
        || NUMBER.matcher(new String(value, StandardCharsets.US_ASCII)).matches()
            && name.startsWith("x-")) {
      return null;
    }
    var bytes = ByteBuffer.wrap(value);
    var number =
        switch (value.length) {
          case Integer.BYTES -> bytes.getInt();
          case Long.BYTES -> bytes.getLong();
          default -> -1L;
        };
    return number < 0 ? null : Long.valueOf(number);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
