package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.clusterchoice.ClusterChoice.Context;
import dev.uruimi.local.clusterchoice.ClusterChoice.Embedded;
import dev.uruimi.local.clusterchoice.ClusterChoice.Made;
import dev.uruimi.local.clusterchoice.ClusterChoice.Simulated;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceFileTest {

  @TempDir private Path folder;

  static Stream<ClusterChoice> choices() {
    return Stream.of(
        new Embedded(),
        new Simulated("containers need \"root\""),
        new Context("arn:aws:eks/x", Distribution.OTHER),
        new Made(Distribution.K3D));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void aChoiceIsRemembered(ClusterChoice choice) throws IOException {
    file().write(choice);

    assertThat(file().read()).contains(choice);
  }

  @Test
  void nothingIsRememberedBeforeTheFirstStart() throws IOException {
    assertThat(file().read()).isEmpty();
  }

  @Test
  void anInstallationThatIsOlderHasItsOwnCluster() throws IOException {
    Files.createDirectories(folder.resolve("data/etcd"));

    assertThat(file().read()).contains(new Embedded());
  }

  private ChoiceFile file() {
    return new ChoiceFile(new UruimiHome(folder, folder, folder));
  }
}
