package dev.uruimi.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtrasTest {

  @TempDir private Path folder;

  @Test
  void areNoneUnlessAskedFor() throws Exception {
    assertThat(Extras.read(home())).isEqualTo(Extras.NONE);
  }

  @Test
  void areKept() throws Exception {
    var extras = Extras.NONE.withSimulatedNodes(3).withEngines(List.of("bench")).withFaults();

    extras.write(home());

    assertThat(Extras.read(home())).isEqualTo(extras);
    assertThat(Extras.parse(extras.toString()))
        .isEqualTo(new Extras(3, List.of("bench"), true, null));
  }

  @Test
  void filesOfBeforeAreRead() {
    var before = "{\"simulatedNodes\":3,\"engines\":[],\"faults\":false}";

    assertThat(Extras.parse(before)).isEqualTo(Extras.NONE.withSimulatedNodes(3));
    assertThat(Extras.parse(before).onlyCluster()).isFalse();
  }

  @Test
  void anEngineIsAddedOnce() {
    var extras = Extras.NONE.withEngines(List.of("bench")).withEngines(List.of("bench", "tea"));

    assertThat(extras.engines()).containsExactly("bench", "tea");
  }

  private UruimiHome home() {
    return new UruimiHome(folder, folder, folder);
  }
}
