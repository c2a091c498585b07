package dev.uruimi.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingTest {

  private static final Machine DEBIAN = new Machine(true, false, true);
  private static final Machine OTHER = new Machine(true, false, false);

  private final Requirement here = requirement("runc", "runc", true);
  private final Requirement containerd = requirement("containerd", "containerd", false);
  private final Requirement go = requirement("go", null, false);

  @Test
  void whatIsHereIsNotMissing() {
    assertThat(Missing.of(List.of(here, containerd)).requirements()).containsExactly(containerd);
  }

  @Test
  void onDebianTheAdviceIsOneCommandAndHintsForTheRest() {
    assertThat(Missing.of(List.of(containerd, go)).advice(DEBIAN))
        .contains("apt-get install --no-install-recommends containerd")
        .contains("install go");
  }

  @Test
  void elsewhereTheAdviceIsTheHints() {
    assertThat(Missing.of(List.of(containerd, go)).advice(OTHER))
        .isEqualTo("install containerd\ninstall go");
  }

  @Test
  void theListSaysWhatForEachThingIs() {
    assertThat(Missing.of(List.of(containerd)).list()).isEqualTo("  containerd: needed");
  }

  private static Requirement requirement(String name, String debianPackage, boolean present) {
    return new Requirement(name, "needed", debianPackage, "install " + name, () -> present);
  }
}
