package dev.uruimi.worker.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.testing.KubernetesServer;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeaderElectionIT {

  private static final LeaderProperties TIMES =
      new LeaderProperties(Duration.ofSeconds(6), Duration.ofSeconds(4), Duration.ofSeconds(1));

  private static KubernetesServer server;
  private static KubernetesClient client;

  private final AtomicLong nanos = new AtomicLong(1);
  private final AtomicInteger wins = new AtomicInteger();
  private final LeaderElection one = election("one", Clock.systemUTC());
  private final LeaderElection other = election("other", Clock.systemUTC());

  @BeforeAll
  static void start() {
    server = KubernetesServer.started();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @AfterEach
  void forget() {
    client.leases().inNamespace("default").withName("service").delete();
  }

  @Test
  void theFirstLeadsAndTheOthersFollow() {
    one.look();
    other.look();

    assertThat(one.isHeld()).isTrue();
    assertThat(other.isHeld()).isFalse();
    assertThat(one.term()).isOne();
    assertThat(wins).hasValue(1);
  }

  @Test
  void whoRenewsStaysLeader() {
    for (int second = 0; second < 60; second++) {
      one.look();
      other.look();
      pass(Duration.ofSeconds(1));
      assertThat(one.isHeld()).isTrue();
      assertThat(other.isHeld()).isFalse();
    }
    assertThat(wins).hasValue(1);
  }

  @Test
  void whoDoesNotRenewStopsByItselfBeforeAnotherTakesOver() {
    one.look();
    other.look();

    pass(Duration.ofSeconds(4));
    other.look();
    assertThat(one.isHeld()).isFalse();
    assertThat(other.isHeld()).isFalse();

    pass(Duration.ofSeconds(2));
    other.look();
    assertThat(other.isHeld()).isTrue();
    assertThat(other.term()).isEqualTo(2);

    one.look();
    assertThat(one.isHeld()).isFalse();
    assertThat(one.term()).isOne();
  }

  @Test
  void aWallClockThatIsWrongTakesNothing() {
    one.look();
    var tomorrow = Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC);
    try (var ahead = election("ahead", tomorrow)) {
      ahead.look();
      pass(Duration.ofSeconds(2));
      one.look();
      ahead.look();

      assertThat(ahead.isHeld()).isFalse();
      assertThat(one.isHeld()).isTrue();
    }
  }

  @Test
  void aLeaderWhoseWallClockWasAheadIsReplacedAllTheSame() {
    var tomorrow = Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC);
    try (var ahead = election("ahead", tomorrow)) {
      ahead.look();
      other.look();
      pass(Duration.ofSeconds(6));
      other.look();

      assertThat(other.isHeld()).isTrue();
    }
  }

  @Test
  void whoEndsHandsOverAtOnce() {
    one.look();
    one.close();
    other.look();

    assertThat(one.isHeld()).isFalse();
    assertThat(other.isHeld()).isTrue();
    assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("other");
  }

  @Test
  void afterATimeWithoutTheApiServerTheSameLeaderGoesOnInTheSameTerm() {
    one.look();
    pass(Duration.ofSeconds(30));
    assertThat(one.isHeld()).isFalse();

    one.look();

    assertThat(one.isHeld()).isTrue();
    assertThat(one.term()).isOne();
    assertThat(wins).hasValue(2);
  }

  @Test
  void aKilledLeaderIsReplacedWithinTheLease() {
    one.look();
    var times =
        new LeaderProperties(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(200));
    var begin = System.nanoTime();
    try (var waiting =
        new LeaderElection(
            leases(), "waiting", times, Clock.systemUTC(), System::nanoTime, () -> {})) {
      waiting.start();

      await().atMost(Duration.ofSeconds(20)).until(waiting::isHeld);
      System.out.printf(
          "a killed leader (lease %s as it wrote it) was replaced after %.1f s%n",
          TIMES.lease(), (System.nanoTime() - begin) / 1e9);
    }
  }

  private LeaderElection election(String name, Clock clock) {
    return new LeaderElection(
        new Leases(Objects.requireNonNull(client), "default", "service"),
        name,
        TIMES,
        clock,
        nanos::get,
        wins::incrementAndGet);
  }

  private static Leases leases() {
    return new Leases(client, "default", "service");
  }

  private static Lease lease() {
    return Objects.requireNonNull(leases().find());
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
