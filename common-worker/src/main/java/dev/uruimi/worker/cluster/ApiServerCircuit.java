package dev.uruimi.worker.cluster;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.reconcile.Circuit;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.Reconciler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Opens when half of the last ten stores failed because the API server was away. From then on, with
 * growing pauses, the record of one store is read: the answer closes the circuit, and that store is
 * the first to be worked on.
 */
public final class ApiServerCircuit implements Circuit, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServerCircuit.class);
  private static final int WINDOW = 10;
  private static final int FEWEST = 4;
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final Consumer<StoreId> question;
  private final Backoff pauses;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private volatile Instant probeAt = Instant.MIN;

  /**
   * @param question reads something of a store from the API server, or throws
   * @param pauses between such questions
   * @param clock must not be set back, see {@link MonotonicClock}
   */
  public ApiServerCircuit(Consumer<StoreId> question, Backoff pauses, Clock clock) {
    this.question = question;
    this.pauses = pauses;
    this.clock = clock;
    this.breaker =
        CircuitBreaker.of(
            "api-server",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FEWEST)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(this::pauseBefore)
                .recordException(ApiServerTrouble::isIn)
                .clock(clock)
                .build());
    breaker.getEventPublisher().onStateTransition(event -> say(event.getStateTransition()));
  }

  @Override
  public boolean admits() {
    return breaker.tryAcquirePermission();
  }

  @Override
  public Duration pause() {
    var left = Duration.between(clock.instant(), probeAt);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  @Override
  public Outcome through(StoreId id, Reconciler reconciler) throws Exception {
    if (breaker.getState() == State.HALF_OPEN) {
      probe(id);
    }
    var begin = System.nanoTime();
    try {
      var outcome = reconciler.reconcile(id);
      breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
      return outcome;
    } catch (InterruptedException e) {
      breaker.releasePermission();
      throw e;
    } catch (Exception | Error e) {
      breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
      throw e;
    }
  }

  @Override
  public boolean isKnown(Throwable failure) {
    return breaker.getState() != State.CLOSED && ApiServerTrouble.isIn(failure);
  }

  @Override
  public Health health() {
    var state = breaker.getState();
    return (state == State.CLOSED ? Health.up() : Health.down())
        .withDetail("circuit", state.name().toLowerCase(java.util.Locale.ROOT))
        .build();
  }

  private void probe(StoreId id) throws OpenException {
    var begin = System.nanoTime();
    try {
      question.accept(id);
      breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    } catch (RuntimeException e) {
      breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
      if (ApiServerTrouble.isIn(e)) {
        throw new OpenException(e);
      }
    }
  }

  /**
   * @param openings in a row, from 1
   */
  private long pauseBefore(int openings) {
    var pause = pauses.pause(openings);
    probeAt = clock.instant().plus(pause);
    return pause.toMillis();
  }

  private static void say(StateTransition transition) {
    switch (transition) {
      case CLOSED_TO_OPEN ->
          LOG.atWarn().log("the API server is away: stores wait until it answers");
      case HALF_OPEN_TO_CLOSED -> LOG.atInfo().log("the API server answers again: work goes on");
      default -> LOG.atDebug().log("circuit of the API server: {}", transition);
    }
  }
}
