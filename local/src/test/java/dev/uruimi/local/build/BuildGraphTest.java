package dev.uruimi.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildGraphTest {

  private final BuildNode base = node("base");
  private final BuildNode image = node("image", "base");
  private final BuildNode services = node("services");

  @Test
  void whatWaitsForNothingCanBeginInTheOrderGiven() {
    var graph = new BuildGraph(List.of(image, base, services));

    assertThat(graph.ready(Set.of(), Set.of())).containsExactly(base, services);
  }

  @Test
  void aTaskCanBeginOnceAllItWaitsForIsDone() {
    var graph = new BuildGraph(List.of(image, base, services));

    assertThat(graph.ready(Set.of("base", "services"), Set.of("services"))).isEmpty();
    assertThat(graph.ready(Set.of("base", "services"), Set.of("base"))).containsExactly(image);
  }

  @Test
  void circlesGapsAndDoublesAreRefused() {
    assertThatThrownBy(() -> new BuildGraph(List.of(node("a", "b"), node("b", "a"))))
        .hasMessageContaining("wait for each other");
    assertThatThrownBy(() -> new BuildGraph(List.of(node("a", "ghost"))))
        .hasMessageContaining("ghost");
    assertThatThrownBy(() -> new BuildGraph(List.of(node("a"), node("a"))))
        .hasMessageContaining("two tasks");
  }

  private static BuildNode node(String name, String... after) {
    return BuildNode.of(new FakeTask(name, false, progress -> {}), after);
  }
}
