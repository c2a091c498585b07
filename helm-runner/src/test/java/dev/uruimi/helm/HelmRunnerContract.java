package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uruimi.helm.ReleaseState.Absent;
import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link HelmRunner} does. */
abstract class HelmRunnerContract {

  /** The runner under test. */
  abstract HelmRunner helm();

  /** An empty namespace of this test's own. */
  abstract String namespace();

  /** Leaves a revision as a worker does that is killed in the middle. */
  abstract void leaveUnfinished(int revision, Status status);

  @Test
  void aReleaseIsAbsentUntilItIsInstalledAndAfterItIsUninstalled() {
    assertThat(status()).isEqualTo(new Absent());

    assertThat(helm().install(tiny("first"))).isEqualTo(1);

    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 1, "first"));

    helm().uninstall(namespace(), "tiny");
    helm().uninstall(namespace(), "tiny");

    assertThat(status()).isEqualTo(new Absent());
  }

  @Test
  void anUpgradeIsTheNextRevision() {
    helm().install(tiny("first"));

    assertThat(helm().upgrade(tiny("second"))).isEqualTo(2);

    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 2, "second"));
  }

  @Test
  void aNameIsInstalledOnceOnly() {
    helm().install(tiny("first"));

    assertFailure(() -> helm().install(tiny("second")), HelmFailure.STATE_CHANGED);

    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 1, "first"));
  }

  @Test
  void whatIsAbsentCannotBeUpgraded() {
    assertFailure(() -> helm().upgrade(tiny("second")), HelmFailure.STATE_CHANGED);
  }

  @Test
  void whatIsUnfinishedCannotBeUpgradedUntilItIsAbandoned() {
    helm().install(tiny("first"));
    helm().upgrade(tiny("second"));
    leaveUnfinished(2, Status.PENDING_UPGRADE);
    assertFailure(() -> helm().upgrade(tiny("third")), HelmFailure.STATE_CHANGED);

    helm().abandon(namespace(), "tiny", 2);

    assertThat(((Present) status()).revision()).isEqualTo(1);
    assertThat(helm().upgrade(tiny("third"))).isEqualTo(2);
    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 2, "third"));
  }

  @Test
  void anUnfinishedInstallationCanBeUninstalledAndInstalledAgain() {
    helm().install(tiny("first"));
    leaveUnfinished(1, Status.PENDING_INSTALL);

    helm().uninstall(namespace(), "tiny");

    assertThat(helm().install(tiny("second"))).isEqualTo(1);
    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 1, "second"));
  }

  @Test
  void anAbandonedInstallationCanBeInstalledOverWhatItLeft() {
    helm().install(tiny("first"));
    leaveUnfinished(1, Status.PENDING_INSTALL);

    helm().abandon(namespace(), "tiny", 1);

    assertThat(status()).isEqualTo(new Absent());
    assertThat(helm().install(tiny("second"))).isEqualTo(1);
  }

  @Test
  void aFinishedRevisionIsNeverAbandoned() {
    helm().install(tiny("first"));

    helm().abandon(namespace(), "tiny", 1);

    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 1, "first"));
  }

  final ReleaseState status() {
    return helm().status(namespace(), "tiny");
  }

  final Installation tiny(String description) {
    return tiny(Map.of(), description);
  }

  final Installation tiny(Map<String, Object> values, String description) {
    var chart = Path.of("src/test/charts/tiny");
    return new Installation(namespace(), "tiny", chart, List.of(), values, description);
  }

  static void assertFailure(Runnable call, HelmFailure failure) {
    assertThatExceptionOfType(HelmException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.failure()).as(e.getMessage()).isEqualTo(failure));
  }
}
