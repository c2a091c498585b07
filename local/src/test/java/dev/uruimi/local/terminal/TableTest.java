package dev.uruimi.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertThat(new Table().row("ID", "NAME").row("k7m2p9", "Ada").row("all").lines())
        .containsExactly("ID      NAME", "k7m2p9  Ada", "all");
  }
}
