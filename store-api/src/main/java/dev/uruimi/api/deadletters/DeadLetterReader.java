package dev.uruimi.api.deadletters;

import dev.uruimi.api.broker.Broker;
import dev.uruimi.api.broker.BrokerAwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Reads dead letters where they lie, each time anew. Bounded in number, bytes and time, and in how
 * many read at once.
 */
@Component
class DeadLetterReader {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 32L << 20;
  private static final int CHUNK = 50;
  private static final int READERS = 3;

  private final Broker broker;
  private final DeadLetterTopics topics;
  private final Semaphore turns = new Semaphore(READERS);

  DeadLetterReader(Broker broker, DeadLetterTopics topics) {
    this.broker = broker;
    this.topics = topics;
  }

  /**
   * Dead letters.
   *
   * @param complete false when bytes or time ran out before the number was reached
   */
  record Latest(List<DeadLetter> deadLetters, boolean complete) {}

  /**
   * The latest ones of all topics, the newest first.
   *
   * @throws BrokerAwayException when the broker does not answer
   */
  Latest latest(Collection<DeadLetterTopics.Range> ranges, int limit) {
    if (ranges.stream().allMatch(range -> range.size() == 0)) {
      return new Latest(List.of(), true);
    }
    return reading(
        consumer -> {
          var budget = new Budget(LONGEST, MOST_BYTES);
          var found = new ArrayList<DeadLetter>();
          ranges.forEach(range -> found.addAll(latest(consumer, range, limit, budget)));
          found.sort(
              Comparator.comparing(DeadLetter::at)
                  .reversed()
                  .thenComparing(letter -> letter.id().topic())
                  .thenComparing(letter -> -letter.id().offset()));
          return new Latest(
              List.copyOf(found.subList(0, Math.min(limit, found.size()))), !budget.isSpent());
        });
  }

  /** One of them; empty when nothing lies there. */
  Optional<DeadLetter> find(DeadLetterId id) {
    var lies =
        topics.ranges().stream()
            .filter(range -> range.partition().equals(id.topicPartition()))
            .anyMatch(range -> id.offset() >= range.from() && id.offset() < range.to());
    if (!lies) {
      return Optional.empty();
    }
    return reading(
        consumer -> {
          var budget = new Budget(LONGEST, MOST_BYTES);
          var place = new DeadLetterTopics.Range(id.topicPartition(), id.offset(), id.offset() + 1);
          var found = read(consumer, place, budget).stream().findFirst();
          if (found.isEmpty() && budget.isSpent()) {
            throw new BrokerAwayException("the dead letter did not come in time");
          }
          return found;
        });
  }

  /** From the end backwards, so that what a bound cuts off are the oldest. */
  private static List<DeadLetter> latest(
      Consumer<byte[], byte[]> consumer, DeadLetterTopics.Range range, int limit, Budget budget) {
    var found = new ArrayList<DeadLetter>();
    var to = range.to();
    while (to > range.from() && found.size() < limit && !budget.isSpent()) {
      var from = Math.max(range.from(), to - Math.min(CHUNK, limit - found.size()));
      found.addAll(read(consumer, new DeadLetterTopics.Range(range.partition(), from, to), budget));
      to = from;
    }
    return found;
  }

  private static List<DeadLetter> read(
      Consumer<byte[], byte[]> consumer, DeadLetterTopics.Range range, Budget budget) {
    TopicPartition partition = range.partition();
    consumer.assign(List.of(partition));
    consumer.seek(partition, range.from());
    var found = new ArrayList<DeadLetter>();
    while (consumer.position(partition) < range.to() && !budget.isSpent()) {
      for (var record : consumer.poll(budget.left())) {
        if (record.offset() < range.to()) {
          var letter = DeadLetter.of(record);
          budget.spend(letter.bytes());
          found.add(letter);
        }
      }
    }
    return found;
  }

  private void awaitTurn() {
    try {
      if (!turns.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BrokerAwayException("too many look at dead letters at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAwayException(e);
    }
  }

  private <T> T reading(Function<Consumer<byte[], byte[]>, T> work) {
    awaitTurn();
    try (var consumer = broker.consumer()) {
      return work.apply(consumer);
    } catch (KafkaException e) {
      throw new BrokerAwayException(e);
    } finally {
      turns.release();
    }
  }
}
