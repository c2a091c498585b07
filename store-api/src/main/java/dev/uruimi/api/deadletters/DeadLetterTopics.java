package dev.uruimi.api.deadletters;

import dev.uruimi.api.broker.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** The topics in which dead letters lie. */
@Component
class DeadLetterTopics {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Broker broker;

  DeadLetterTopics(Broker broker) {
    this.broker = broker;
  }

  /** The offsets of a partition in which records may lie; {@code to} is not one of them. */
  record Range(TopicPartition partition, long from, long to) {
    long size() {
      return Math.max(0, to - from);
    }
  }

  /**
   * All of them as they are now.
   *
   * @throws dev.uruimi.api.broker.BrokerAwayException when the broker does not answer
   */
  List<Range> ranges() {
    var admin = broker.admin();
    var names =
        Broker.await(admin.listTopics().names(), PATIENCE).stream()
            .filter(DeadLetterId::isTopic)
            .sorted()
            .toList();
    var partitions =
        Broker.await(admin.describeTopics(names).allTopicNames(), PATIENCE).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    var from = offsets(partitions, OffsetSpec.earliest());
    var to = offsets(partitions, OffsetSpec.latest());
    return partitions.stream()
        .map(p -> new Range(p, from.getOrDefault(p, 0L), to.getOrDefault(p, 0L)))
        .toList();
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
    var question =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
    return Broker.await(broker.admin().listOffsets(question).all(), PATIENCE).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
  }

  private static Long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }
}
