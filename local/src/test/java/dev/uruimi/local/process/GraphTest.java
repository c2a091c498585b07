package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

  private static Part part(String name, String... requires) {
    return Unit.of(name, Path.of("/"), List.of("true")).requiring(requires);
  }

  @Test
  void startsEveryPartAfterWhatItRequires() {
    var graph = new Graph(List.of(part("c", "b", "a"), part("b", "a"), part("a")));

    assertThat(graph.startOrder()).extracting(Part::name).containsExactly("a", "b", "c");
  }

  @Test
  void stopsInTheOppositeOrder() {
    var graph = new Graph(List.of(part("a"), part("b", "a"), part("c", "b")));

    assertThat(graph.stopOrder()).extracting(Part::name).containsExactly("c", "b", "a");
  }

  @Test
  void knowsWhatMustBeStoppedFirst() {
    var a = part("a");
    var graph = new Graph(List.of(a, part("b", "a"), part("c", "a"), part("d", "c")));

    assertThat(graph.requiredBy(a)).containsExactly("b", "c");
  }

  @Test
  void refusesACircle() {
    assertThatThrownBy(() -> new Graph(List.of(part("a", "b"), part("b", "c"), part("c", "a"))))
        .hasMessageContaining("require each other")
        .hasMessageContaining("a, b, c");
  }

  @Test
  void refusesARequirementNobodyMeets() {
    assertThatThrownBy(() -> new Graph(List.of(part("a", "nothing"))))
        .hasMessage("a requires unknown part nothing");
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(() -> new Graph(List.of(part("a"), part("a"))))
        .hasMessage("two parts are named a");
  }
}
