package dev.uruimi.api.topics;

import dev.uruimi.api.web.Causes;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.Retryable;
import org.springframework.stereotype.Component;

/**
 * Keeps the binder from holding up the start (and with it the HTTP port) while the broker is away:
 * by itself it asks for a topic's partitions eleven times, eight seconds each. Here it gives up at
 * once and binds again later.
 */
@Component
class BindingPatience implements DefaultBinderFactory.Listener, RetryOperations {

  private static final Logger log = LoggerFactory.getLogger(BindingPatience.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TopicCreation topics;

  BindingPatience(TopicCreation topics) {
    this.topics = topics;
  }

  @Override
  public void afterBinderContextInitialized(
      String configurationName, ConfigurableApplicationContext binderContext) {
    binderContext.getBean(KafkaTopicProvisioner.class).setMetadataRetryOperations(this);
  }

  @Override
  public <R> R execute(Retryable<R> question) throws RetryException {
    if (!topics.awaitCreated(PATIENCE)) {
      throw new RetryException("the topics are not there yet", new IllegalStateException());
    }
    try {
      return question.execute();
    } catch (Throwable e) {
      log.atWarn()
          .addKeyValue("cause", Causes.briefly(e))
          .log("the binder cannot ask the broker now");
      throw new RetryException("the broker does not answer", e);
    }
  }

  @Override
  public <R> R invoke(Supplier<R> action) {
    return action.get();
  }

  @Override
  public void invoke(Runnable action) {
    action.run();
  }
}
