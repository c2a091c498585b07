package dev.uruimi.api.history;

import dev.uruimi.api.broker.BrokerAwayException;
import dev.uruimi.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads stretches of the log. One consumer, one partition after the other. */
public final class LogReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STALL = Duration.ofSeconds(15);

  private final Consumer<byte[], byte[]> consumer;
  private final Clock clock;

  LogReader(Consumer<byte[], byte[]> consumer, Clock clock) {
    this.consumer = consumer;
    this.clock = clock;
  }

  /** The partition that holds what is said of a store. */
  public static int partitionOf(String storeId) {
    var hash = Utils.murmur2(storeId.getBytes(StandardCharsets.UTF_8));
    return Utils.toPositive(hash) % Topics.PARTITIONS;
  }

  /**
   * The log from its beginning up to an offset of each partition.
   *
   * @param ends the offset behind the last by partition; partitions that are left out are not read
   * @throws LogTruncatedException when the log begins later or ends earlier
   * @throws BrokerAwayException when the broker does not answer
   */
  public List<Stretch> fromBeginning(Map<Integer, Long> ends) {
    var partitions = ends.keySet().stream().map(LogReader::partition).toList();
    Map<TopicPartition, Long> begins;
    Map<TopicPartition, Long> present;
    try {
      begins = consumer.beginningOffsets(partitions);
      present = consumer.endOffsets(partitions);
    } catch (KafkaException e) {
      throw new BrokerAwayException(e);
    }
    var stretches = new ArrayList<Stretch>();
    ends.forEach(
        (number, end) -> {
          var partition = partition(number);
          if (end > 0 && begins.getOrDefault(partition, 0L) > 0) {
            throw new LogTruncatedException(
                "The log of %s begins at offset %d; what was said before is gone."
                    .formatted(partition, begins.get(partition)));
          }
          if (present.getOrDefault(partition, 0L) < end) {
            throw new LogTruncatedException(
                "The log of %s ends at offset %d, and the table has applied up to %d; the broker lost events."
                    .formatted(partition, present.getOrDefault(partition, 0L), end));
          }
          stretches.add(new Stretch(number, 0, end));
        });
    return stretches;
  }

  /** Where each partition ends now. */
  public Map<Integer, Long> ends() {
    try {
      var partitions =
          consumer.partitionsFor(Topics.STORE_EVENTS).stream()
              .map(info -> partition(info.partition()))
              .toList();
      var ends = new HashMap<Integer, Long>();
      consumer.endOffsets(partitions).forEach((place, end) -> ends.put(place.partition(), end));
      return ends;
    } catch (KafkaException e) {
      throw new BrokerAwayException(e);
    }
  }

  /**
   * Hands on every record of a stretch, in order.
   *
   * @throws BrokerAwayException when nothing comes for 15 s
   */
  public void read(
      Stretch stretch, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    if (stretch.size() == 0) {
      return;
    }
    var partition = partition(stretch.partition());
    try {
      consumer.assign(List.of(partition));
      consumer.seek(partition, stretch.from());
      var position = stretch.from();
      var giveUp = clock.instant().plus(STALL);
      while (position < stretch.to()) {
        for (var record : consumer.poll(POLL)) {
          if (record.offset() < stretch.to()) {
            reader.accept(record);
          }
        }
        var reached = consumer.position(partition);
        if (reached > position) {
          position = reached;
          giveUp = clock.instant().plus(STALL);
        } else if (clock.instant().isAfter(giveUp)) {
          throw new BrokerAwayException("nothing came of " + partition + " for " + STALL);
        }
      }
    } catch (KafkaException e) {
      throw new BrokerAwayException(e);
    }
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(Topics.STORE_EVENTS, number);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
