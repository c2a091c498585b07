package dev.uruimi.api.logidentity;

import dev.uruimi.api.broker.Broker;
import dev.uruimi.api.broker.BrokerAwayException;
import dev.uruimi.api.time.LoopBean;
import dev.uruimi.api.web.Causes;
import dev.uruimi.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Notices that the broker's log is another one than the table was made of, or shorter. Then nothing
 * is read any more: offsets of another log would have its first events passed over.
 */
@Component
public class LogWatch extends LoopBean {

  private static final Logger log = LoggerFactory.getLogger(LogWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Broker broker;
  private final KnownLog known;
  private boolean checked;
  private @Nullable String loss;

  LogWatch(Broker broker, KnownLog known) {
    super("log-watch");
    this.broker = broker;
    this.known = known;
  }

  /** What is wrong with the log, as a sentence; empty while it is the known one. */
  public synchronized Optional<String> loss() {
    return Optional.ofNullable(loss);
  }

  /**
   * Passes while the log is the known one.
   *
   * @throws TransientDataAccessResourceException when it is not, or cannot be compared now
   */
  public synchronized void requireKnown() {
    if (!checked) {
      try {
        check();
      } catch (BrokerAwayException e) {
        throw new TransientDataAccessResourceException("the log cannot be compared now", e);
      }
    }
    if (loss != null) {
      throw new TransientDataAccessResourceException(loss);
    }
  }

  /** Compares now. */
  public synchronized void check() {
    var topicId = topicId();
    var before = known.topicId();
    var found = before.isPresent() && !before.get().equals(topicId) ? anew() : shorter();
    if (found != null && !found.equals(loss)) {
      log.atError().addKeyValue("topic", Topics.STORE_EVENTS).log(found);
    }
    loss = found;
    checked = true;
    if (found == null && before.isEmpty()) {
      known.remember(topicId);
    }
  }

  /** Kafka's id of the topic as it is now. */
  public String topicId() {
    var topics = broker.admin().describeTopics(List.of(Topics.STORE_EVENTS)).topicNameValues();
    return topics.values().stream()
        .map(topic -> Broker.await(topic, LIMIT).topicId().toString())
        .findAny()
        .orElseThrow();
  }

  private static String anew() {
    return "The log was made anew since the table was made of it.";
  }

  private @Nullable String shorter() {
    var applied = known.applied();
    Map<TopicPartition, OffsetSpec> latest =
        applied.keySet().stream()
            .map(partition -> new TopicPartition(Topics.STORE_EVENTS, partition))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    var ends = Broker.await(broker.admin().listOffsets(latest).all(), LIMIT);
    var lost =
        ends.entrySet().stream()
            .anyMatch(
                end ->
                    end.getValue().offset() < applied.getOrDefault(end.getKey().partition(), 0L));
    return lost ? "The log is shorter than what the table was made of." : null;
  }

  @Override
  protected Duration round() {
    try {
      check();
    } catch (BrokerAwayException | DataAccessException e) {
      // whoever needs them tells that they are away
      log.atDebug().addKeyValue("cause", Causes.briefly(e)).log("the log cannot be compared now");
    }
    return INTERVAL;
  }
}
