package dev.uruimi.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.WorkQueue;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;

class ApiServerCircuitTest {

  private static final int CONCURRENCY = 4;
  private static final int FEWEST = 4;
  private static final int PROBES = 5;
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();
  private final Set<StoreId> done = ConcurrentHashMap.newKeySet();
  private final Lines lines = new Lines();
  private final List<StoreId> stores = someStores();
  private volatile boolean away;

  private final ApiServerCircuit circuit =
      new ApiServerCircuit(
          _ -> {
            questions.incrementAndGet();
            failWhileAway();
          },
          new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), new Random(5)),
          clock);
  private final WorkQueue queue =
      new WorkQueue(
          id -> {
            tries.incrementAndGet();
            failWhileAway();
            done.add(id);
            return Outcome.settled();
          },
          CONCURRENCY,
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(4)),
          circuit);

  @BeforeEach
  void listen() {
    lines.start();
    root().addAppender(lines);
  }

  @AfterEach
  void close() {
    queue.close();
    root().detachAppender(lines);
  }

  @Test
  void aThousandStoresWaitUntriedWhileTheApiServerIsAwayAndNoneIsLost() {
    away = true;
    stores.forEach(queue::add);
    await().until(() -> circuit.health().getStatus().equals(Status.DOWN));
    assertThat(circuit.health().getDetails()).isEqualTo(Map.of("circuit", "open"));

    for (int probe = 1; probe <= PROBES; probe++) {
      var before = questions.get();
      clock.move(LONGEST);
      await().until(() -> questions.get() > before);
    }
    // who was let through just before the circuit opened may still try, or ask
    assertThat(tries).hasValueLessThan(FEWEST + CONCURRENCY);
    assertThat(queue.size()).isEqualTo(1_000);

    away = false;
    clock.move(LONGEST);
    await().until(() -> done.size() == stores.size());
    await().until(() -> queue.size() == 0);

    assertThat(questions).hasValueBetween(PROBES + 1, PROBES + CONCURRENCY);
    assertThat(circuit.health().getStatus()).isEqualTo(Status.UP);
    assertThat(lines.of(ApiServerCircuit.class))
        .containsExactly(
            "the API server is away: stores wait until it answers",
            "the API server answers again: work goes on");
    assertThat(lines.of(WorkQueue.class)).hasSizeLessThan(FEWEST + CONCURRENCY);
  }

  @Test
  void asksAgainAfterGrowingPauses() {
    away = true;
    var pauses = new Backoff(Duration.ofMillis(500), LONGEST, new Random(5));
    var patient = new ApiServerCircuit(_ -> failWhileAway(), pauses, clock);
    for (int i = 0; i < FEWEST; i++) {
      tryOne(patient);
    }
    assertThat(patient.pause()).isBetween(Duration.ofMillis(375), Duration.ofMillis(500));

    for (int probe = 1; probe <= 6; probe++) {
      assertThat(patient.admits()).isFalse();
      clock.move(LONGEST);
      tryOne(patient);
    }

    assertThat(patient.pause()).isBetween(LONGEST.multipliedBy(3).dividedBy(4), LONGEST);
  }

  private void tryOne(ApiServerCircuit circuit) {
    assertThat(circuit.admits()).isTrue();
    assertThatException()
        .isThrownBy(
            () ->
                circuit.through(
                    stores.getFirst(),
                    _ -> {
                      failWhileAway();
                      return Outcome.settled();
                    }));
  }

  @Test
  void aStoresOwnTroubleOpensNothing() {
    try (var own =
        new WorkQueue(
            this::refused,
            CONCURRENCY,
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(4)),
            circuit)) {
      stores.subList(0, 50).forEach(own::add);

      await().until(() -> tries.get() > 200);
    }
    assertThat(circuit.health().getStatus()).isEqualTo(Status.UP);
    assertThat(questions).hasValue(0);
  }

  private Outcome refused(StoreId id) {
    tries.incrementAndGet();
    throw new KubernetesClientException("exceeded quota in " + id.namespace(), 403, null);
  }

  private static List<StoreId> someStores() {
    var random = new Random(3);
    return Stream.generate(() -> StoreId.random(random)).limit(1_000).toList();
  }

  private void failWhileAway() {
    if (away) {
      throw new KubernetesClientException("An error has occurred.", new ConnectException());
    }
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  /** What is logged to be read by an operator. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
        events.add(event);
      }
    }

    List<String> of(Class<?> logger) {
      return events.stream()
          .filter(event -> event.getLoggerName().equals(logger.getName()))
          .map(ILoggingEvent::getFormattedMessage)
          .toList();
    }
  }
}
