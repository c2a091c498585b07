package dev.uruimi.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reasons.md} holds exactly the catalogue. To bring it up to date: {@code mvn test
 * -Duruimi.docs=write}.
 */
class ReasonCatalogueTest {

  private static final Path PAGE = Path.of("../docs/reasons.md");

  @Test
  void thePageOfReasonsIsTheCatalogue() throws IOException {
    var page = page();
    if ("write".equals(System.getProperty("uruimi.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().isEqualTo(page);
  }

  private static String page() {
    var page =
        new StringBuilder(
            """
            # Why a store is not ready

            Every failed or degraded store, and every one that cannot be deleted, carries a reason: a stable code for programs and a
            sentence for people. Generated from `ReasonCode`; a test holds both together.

            | code | sentence | can a retry help | what to do |
            |---|---|---|---|
            """);
    for (var code : ReasonCode.values()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  code.code(), code.sentence(), code.retryable() ? "yes" : "no", code.remedy()));
    }
    return page.toString();
  }
}
