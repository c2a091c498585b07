package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerProbeTest {

  @TempDir private Path folder;

  @Test
  void whereControlGroupsCannotBeMadeContainersAreRefused() throws InterruptedException {
    var refusal = new ContainerProbe(folder.resolve("nothing-is-mounted-here")).refusal();

    assertThat(refusal).isPresent();
    assertThat(refusal.get()).startsWith("the kernel refuses ");
  }

  @Test
  void nothingIsLeftOfTheTrial() throws InterruptedException {
    new ContainerProbe(folder).refusal();

    assertThat(folder).isEmptyDirectory();
  }
}
