package dev.uruimi.api.deadletters;

import dev.uruimi.events.Topics;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** Where a dead letter lies: {@code <topic>:<partition>:<offset>}. */
record DeadLetterId(String topic, int partition, long offset) {

  private static final Pattern TOPIC =
      Pattern.compile(Pattern.quote(Topics.STORE_EVENTS) + "\\.([a-z][a-z0-9-]{0,60})\\.dlt");
  private static final Pattern FORM =
      Pattern.compile("(" + TOPIC.pattern() + "):(\\d{1,6}):(\\d{1,18})");

  /** The id of this text; empty for any other text. */
  static Optional<DeadLetterId> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new DeadLetterId(
                parts.group(1), Integer.parseInt(parts.group(3)), Long.parseLong(parts.group(4))))
        : Optional.empty();
  }

  /** Whether dead letters of store events lie in this topic. */
  static boolean isTopic(String name) {
    return TOPIC.matcher(name).matches();
  }

  /** The service that could not read it. */
  String service() {
    var name = TOPIC.matcher(topic);
    return name.matches() ? name.group(1) : topic;
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic, partition);
  }

  @Override
  public String toString() {
    return topic + ":" + partition + ":" + offset;
  }
}
