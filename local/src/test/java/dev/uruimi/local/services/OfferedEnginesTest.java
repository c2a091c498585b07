package dev.uruimi.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferedEnginesTest {

  @TempDir private Path folder;

  @BeforeEach
  void twoEngines() throws IOException {
    Files.createDirectories(folder.resolve("source/books/chart"));
    Files.writeString(folder.resolve("source/books/chart/Chart.yaml"), "version: 1");
    Files.writeString(folder.resolve("source/tea.yaml"), "name: tea");
  }

  @Test
  void areCopiedWithAllThatIsInThem() throws Exception {
    var engines = offered(Set.of());

    assertThat(engines.resolve("tea.yaml")).hasContent("name: tea");
    assertThat(engines.resolve("books/chart/Chart.yaml")).hasContent("version: 1");
  }

  @Test
  void leaveOutThoseWithoutImages() throws Exception {
    assertThat(offered(Set.of("tea")).resolve("tea.yaml")).doesNotExist();
    assertThat(offered(Set.of("books")).resolve("books")).doesNotExist();
  }

  @Test
  void areAnotherFolderOnlyWhenSomethingChanged() throws Exception {
    var before = offered(Set.of());

    assertThat(offered(Set.of())).isEqualTo(before);
    assertThat(offered(Set.of("tea"))).isNotEqualTo(before);
    Files.writeString(folder.resolve("source/tea.yaml"), "name: coffee");
    assertThat(offered(Set.of())).isNotEqualTo(before);
  }

  @Test
  void areJoinedByThoseFromElsewhere() throws Exception {
    var bench = Files.createDirectories(folder.resolve("optional-engines/bench"));
    Files.writeString(bench.resolve("engine.yaml"), "name: bench");

    var engines = offered(List.of(bench), Set.of());

    assertThat(engines.resolve("bench/engine.yaml")).hasContent("name: bench");
    assertThat(engines.resolve("tea.yaml")).hasContent("name: tea");
    assertThat(engines).isNotEqualTo(offered(Set.of()));
  }

  private Path offered(Set<String> without) throws Exception {
    return offered(List.of(), without);
  }

  private Path offered(List<Path> more, Set<String> without) throws Exception {
    var home = new UruimiHome(folder, folder.resolve("cache"), folder.resolve("state"));
    return new OfferedEngines(home, folder.resolve("source"), more, without).folder();
  }
}
