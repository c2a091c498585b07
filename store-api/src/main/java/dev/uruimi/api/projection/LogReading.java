package dev.uruimi.api.projection;

import dev.uruimi.api.web.Causes;
import dev.uruimi.events.Topics;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** How the log is read: from where the table is, and without ever giving a record up. */
@Configuration(proxyBeanMethods = false)
class LogReading {

  private static final Logger log = LoggerFactory.getLogger(LogReading.class);

  /**
   * What may pass comes again without end and never becomes a dead letter; nothing else holds up
   * what is behind it.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patience(Burial burial) {
    return (container, destination, group) -> {
      var handler = new DefaultErrorHandler(burial, new FixedBackOff(0, 0));
      handler.setClassifications(Map.of(), true);
      handler.setBackOffFunction(
          (record, failure) -> Failures.mayPass(failure) ? wait(failure) : new FixedBackOff(0, 0));
      handler.setResetStateOnExceptionChange(true);
      handler.setLogLevel(KafkaException.Level.DEBUG);
      container.setCommonErrorHandler(handler);
    };
  }

  private static ExponentialBackOff wait(Exception failure) {
    log.atWarn().addKeyValue("cause", Causes.briefly(failure)).log("projection waits");
    var pauses = new ExponentialBackOff(200, 2);
    pauses.setMaxInterval(5_000);
    return pauses;
  }

  /** The table knows how far it is; the group's offset is only for show. */
  @Bean
  KafkaBindingRebalanceListener startAtTheTable(AppliedOffsets offsets, Reached reached) {
    return new KafkaBindingRebalanceListener() {
      @Override
      public void onPartitionsRevokedAfterCommit(
          String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(reached::forget);
      }

      @Override
      public void onPartitionsAssigned(
          String binding,
          Consumer<?, ?> consumer,
          Collection<TopicPartition> partitions,
          boolean initial) {
        for (var partition : partitions) {
          if (partition.topic().equals(Topics.STORE_EVENTS)) {
            reached.forget(partition);
            consumer.seek(partition, begin(offsets, partition));
          }
        }
      }
    };
  }

  /**
   * Where the table is; without an answer of the database the log's begin, for what is applied
   * already is not applied again. An exception would leave the consumer at the group's offset, and
   * a table that an older one has replaced would lack what is before that.
   */
  static long begin(AppliedOffsets offsets, TopicPartition partition) {
    try {
      return offsets.next(partition).orElse(0L);
    } catch (DataAccessException e) {
      log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("the log is read from its begin");
      return 0;
    }
  }
}
