package dev.uruimi.api.topics;

import dev.uruimi.api.time.LoopBean;
import dev.uruimi.api.web.Causes;
import dev.uruimi.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the cell's topics, with patience: beside everything else, again and again until the
 * broker has them.
 */
@Component
class TopicCreation extends LoopBean {

  private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofDays(365);

  private final CountDownLatch created = new CountDownLatch(1);
  private final String brokers;
  private boolean waiting;

  TopicCreation(@Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
    super("topic-creation");
    this.brokers = brokers;
  }

  /** Before the bindings, which look for their topics. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  static List<NewTopic> topics() {
    var forever = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    var deadLetters =
        Stream.of("store-api", "provisioner", "readiness-watcher", "cleanup")
            .map(service -> topic(Topics.deadLetters(service), 1).configs(forever));
    return Stream.concat(
            Stream.of(topic(Topics.STORE_EVENTS, Topics.PARTITIONS).configs(forever)), deadLetters)
        .toList();
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, java.util.Optional.of(partitions), java.util.Optional.empty());
  }

  /** Whether the topics are there, waiting for that at most this long. */
  boolean awaitCreated(Duration atMost) {
    try {
      return created.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  protected Duration round() {
    try (var admin = Admin.create(settings())) {
      for (var creation : admin.createTopics(topics()).values().entrySet()) {
        try {
          creation.getValue().get(5, TimeUnit.SECONDS);
          log.atInfo().addKeyValue("topic", creation.getKey()).log("topic created");
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
      created.countDown();
      return FOREVER;
    } catch (ExecutionException | TimeoutException e) {
      if (!waiting) {
        waiting = true;
        log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("topics wait for the broker");
      }
      return PAUSE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return FOREVER;
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        "bootstrap.servers", brokers,
        "client.id", "store-api-topics",
        "request.timeout.ms", "3000",
        "default.api.timeout.ms", "4000");
  }
}
