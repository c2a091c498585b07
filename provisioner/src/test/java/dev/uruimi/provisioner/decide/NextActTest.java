package dev.uruimi.provisioner.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.helm.ReleaseState;
import dev.uruimi.helm.ReleaseState.Absent;
import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import dev.uruimi.provisioner.decide.Observation.Leftovers;
import dev.uruimi.provisioner.decide.Observation.Namespace;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecordStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NextActTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final int ATTEMPT = 2;
  private static final Instant NOW = Instant.EPOCH;
  private static final Reason REASON = Reason.of(ReasonCode.ENGINE_UNKNOWN, Map.of("engine", "x"));
  private static final StoreSpecification STORE =
      new StoreSpecification("n", "o", "e", "1", "small", Map.of(), "h", "http", "default");

  /** One situation of all there can be. */
  private record Situation(StoreRecordSpec spec, StoreRecordStatus status, Observation observed) {
    Act next() {
      return NextAct.of(spec, status, observed);
    }
  }

  @Test
  void isDefinedForEverySituationAndNeverBreaksTheRules() {
    var situations = everySituation();

    assertThat(situations).hasSizeGreaterThan(20_000).allSatisfy(NextActTest::assertRules);
  }

  private static void assertRules(Situation situation) {
    var status = situation.status();
    var provision = status.provision();
    var observed = situation.observed();
    var release = observed.release();
    var act = situation.next();
    if (situation.spec().desired() == Desired.ABSENT || situation.spec().store() == null) {
      assertThat(act).isEqualTo(new Act.Settle());
      return;
    }
    if (provision == null || provision.attempt() < ATTEMPT) {
      assertThat(act).isEqualTo(new Act.Begin(ATTEMPT));
      return;
    }
    if (provision.settled()) {
      assertThat(act).isEqualTo(new Act.Settle());
      return;
    }
    switch (act) {
      case Act.Settle() -> throw new AssertionError("something is left to do");
      case Act.Begin(_) -> throw new AssertionError("has begun");
      case Act.GiveUp(var reason) -> assertThat(observed.refusal()).isEqualTo(reason);
      case Act.Wait(_) ->
          assertThat(
                  observed.namespace() == Namespace.TERMINATING
                      || observed.leftovers() == Leftovers.TERMINATING)
              .isTrue();
      case Act.RetakeSteps() -> assertThat(observed.namespace()).isEqualTo(Namespace.ABSENT);
      case Act.TakeStep(var step) -> {
        assertThat(provision.has(step)).isFalse();
        assertThat(step).isNotEqualTo(Step.CHART);
      }
      case Act.Uninstall() -> {
        assertThat(status.everReady()).as("never uninstall a shop that has data").isFalse();
        assertThat(release).isInstanceOf(Present.class);
      }
      case Act.RemoveLeftovers() -> {
        assertThat(status.everReady()).as("never remove a shop's data").isFalse();
        assertThat(release).isEqualTo(new Absent());
      }
      case Act.Abandon(var revision) -> {
        assertThat(status.everReady()).isTrue();
        assertThat(((Present) release).revision()).isEqualTo(revision);
        assertThat(((Present) release).status().finished()).isFalse();
      }
      case Act.Install() -> {
        assertThat(release).isEqualTo(new Absent());
        assertThat(NextAct.isPrepared(provision)).isTrue();
        assertThat(observed.namespace()).isEqualTo(Namespace.ACTIVE);
        assertThat(status.everReady() || observed.leftovers() == Leftovers.NONE).isTrue();
      }
      case Act.Upgrade() -> {
        assertThat(status.everReady()).isTrue();
        assertThat(((Present) release).status().finished()).isTrue();
        assertThat(NextAct.isPrepared(provision)).isTrue();
      }
      case Act.SayChart() -> {
        assertThat(release).isEqualTo(ours(Status.DEPLOYED));
        assertThat(provision.has(Step.CHART)).isFalse();
      }
      case Act.SayInstalled(var revision) -> {
        assertThat(release).isEqualTo(ours(Status.DEPLOYED));
        assertThat(revision).isEqualTo(((Present) release).revision());
        assertThat(provision.has(Step.CHART)).isTrue();
      }
    }
  }

  static Stream<Arguments> releases() {
    var pending =
        List.of(
            Status.PENDING_INSTALL,
            Status.PENDING_UPGRADE,
            Status.PENDING_ROLLBACK,
            Status.UNINSTALLING,
            Status.UNINSTALLED,
            Status.UNKNOWN);
    return Stream.of(
            Stream.of(
                Arguments.of(new Absent(), new Act.Install(), new Act.Install()),
                Arguments.of(ours(Status.DEPLOYED), new Act.SayChart(), new Act.SayChart()),
                Arguments.of(earlier(Status.DEPLOYED), new Act.Uninstall(), new Act.Upgrade()),
                Arguments.of(earlier(Status.FAILED), new Act.Uninstall(), new Act.Upgrade()),
                Arguments.of(earlier(Status.SUPERSEDED), new Act.Uninstall(), new Act.Upgrade())),
            pending.stream()
                .map(
                    status ->
                        Arguments.of(earlier(status), new Act.Uninstall(), new Act.Abandon(3))))
        .flatMap(stream -> stream);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void treatsAReleaseAsTheTableSays(ReleaseState release, Act neverReady, Act wasReady) {
    var observed = new Observation(null, Namespace.ACTIVE, release, Leftovers.NONE);
    var spec = new StoreRecordSpec(ID, Desired.PRESENT, ATTEMPT, STORE, null);
    var prepared = provision(ATTEMPT, 7);

    assertThat(NextAct.of(spec, status(prepared, false), observed)).isEqualTo(neverReady);
    assertThat(NextAct.of(spec, status(prepared, true), observed)).isEqualTo(wasReady);
  }

  private static List<Situation> everySituation() {
    var situations = new ArrayList<Situation>();
    for (var spec : specs()) {
      for (var everReady : List.of(true, false)) {
        for (var provision : provisions()) {
          for (var observed : observations()) {
            situations.add(new Situation(spec, status(provision, everReady), observed));
          }
        }
      }
    }
    return situations;
  }

  private static List<StoreRecordSpec> specs() {
    return List.of(
        new StoreRecordSpec(ID, Desired.PRESENT, ATTEMPT, STORE, null),
        new StoreRecordSpec(ID, Desired.ABSENT, ATTEMPT, STORE, null),
        new StoreRecordSpec(ID, Desired.ABSENT, ATTEMPT, null, null));
  }

  private static List<Provision> provisions() {
    var provisions = new ArrayList<Provision>();
    provisions.add(null);
    for (var attempt : List.of(1, ATTEMPT)) {
      for (int steps = 0; steps < 16; steps++) {
        var open = provision(attempt, steps);
        provisions.add(open);
        provisions.add(open.installed(1));
        provisions.add(open.failed(REASON));
      }
    }
    return provisions;
  }

  private static List<Observation> observations() {
    var observations = new ArrayList<Observation>();
    var releases = new ArrayList<ReleaseState>(List.of(new Absent(), ours(Status.DEPLOYED)));
    for (var status : Status.values()) {
      releases.add(earlier(status));
    }
    for (var refusal : new Reason[] {null, REASON}) {
      for (var namespace : Namespace.values()) {
        for (var release : releases) {
          for (var leftovers : Leftovers.values()) {
            observations.add(new Observation(refusal, namespace, release, leftovers));
          }
        }
      }
    }
    return observations;
  }

  private static Present ours(Status status) {
    return new Present(status, 4, NextAct.mark(ATTEMPT));
  }

  private static Present earlier(Status status) {
    return new Present(status, 3, NextAct.mark(ATTEMPT - 1));
  }

  private static StoreRecordStatus status(Provision provision, boolean everReady) {
    return new StoreRecordStatus(null, provision, null, everReady, null);
  }

  /** With the steps whose bits are set. */
  private static Provision provision(int attempt, int steps) {
    var provision = Provision.begun(attempt, NOW);
    for (var step : Step.values()) {
      if ((steps & (1 << step.ordinal())) != 0) {
        provision = provision.completed(step, 1);
      }
    }
    return provision;
  }
}
