package dev.uruimi.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.build.BuildGraph;
import dev.uruimi.local.build.Machine;
import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.process.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private static final BuildGraph NOTHING_TO_BUILD = new BuildGraph(List.of());
  private static final ClusterChoice OWN = new ClusterChoice.Embedded();
  private static final Machine DEBIAN_ROOT = new Machine(true, true, true);
  private static final Machine DEBIAN_USER = new Machine(true, false, true);
  private static final Machine FEDORA_ROOT = new Machine(true, true, false);

  private final Requirement runc =
      new Requirement("runc", "starts containers", "runc", "install runc", () -> false);
  private final Requirement go =
      new Requirement("go", "compiles", null, "install Go 1.26", () -> false);

  @Test
  void rootOnDebianGetsMissingPackagesWithoutAsking() {
    var diagnosis = Diagnosis.of(DEBIAN_ROOT, OWN, List.of(runc), NOTHING_TO_BUILD);

    assertThat(state(diagnosis, "runc")).isEqualTo(Check.State.WILL_COME);
    assertThat(diagnosis.good()).isTrue();
  }

  @Test
  void othersAreToldWhatToDo() {
    var user = Diagnosis.of(DEBIAN_USER, OWN, List.of(runc), NOTHING_TO_BUILD);
    var fedora = Diagnosis.of(FEDORA_ROOT, OWN, List.of(runc), NOTHING_TO_BUILD);

    assertThat(check(user, "runc").advice()).isEqualTo("sudo apt-get install runc");
    assertThat(check(fedora, "runc").advice()).isEqualTo("install runc");
    assertThat(user.good()).isFalse();
    assertThat(fedora.good()).isFalse();
  }

  @Test
  void whatNoPackageBringsIsMissingEverywhere() {
    var diagnosis = Diagnosis.of(DEBIAN_ROOT, OWN, List.of(go), NOTHING_TO_BUILD);

    assertThat(state(diagnosis, "go")).isEqualTo(Check.State.MISSING);
    assertThat(check(diagnosis, "go").advice()).isEqualTo("install Go 1.26");
  }

  @Test
  void withoutRootShopsCannotRun() {
    var simulated = new ClusterChoice.Simulated("containers need root");
    var diagnosis = Diagnosis.of(DEBIAN_USER, simulated, List.of(), NOTHING_TO_BUILD);

    assertThat(check(diagnosis, "cluster").why()).contains("SIMULATED", "containers need root");
    assertThat(check(diagnosis, "cluster").advice()).contains("sudo", "--context");
    assertThat(diagnosis.good()).isFalse();
  }

  private static Check.State state(Diagnosis diagnosis, String name) {
    return check(diagnosis, name).state();
  }

  private static Check check(Diagnosis diagnosis, String name) {
    return diagnosis.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
