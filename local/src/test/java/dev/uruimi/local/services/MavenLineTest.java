package dev.uruimi.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenLineTest {

  @Test
  void theHeadingOfAModuleTellsWhichOfHowMany() {
    assertThat(MavenLine.module("[INFO] Building Uruimi store-api 0.1.0-SNAPSHOT            [5/8]"))
        .contains("Uruimi store-api (5/8)");
    assertThat(MavenLine.module("[INFO] Building jar: /tmp/a.jar")).isEmpty();
  }
}
