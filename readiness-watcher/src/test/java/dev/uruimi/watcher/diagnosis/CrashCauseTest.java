package dev.uruimi.watcher.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.watcher.diagnosis.CrashCause.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashCauseTest {

  @ParameterizedTest
  @CsvSource({
    "The shop cannot start: password authentication failed for user \"medusa\" (28P01), DATABASE_PASSWORD",
    "ERROR 1045 (28000): Access denied for user 'w'@'10.0.0.1' (using password: YES), DATABASE_PASSWORD",
    "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory, OUT_OF_MEMORY",
    "PHP Fatal error:  Allowed memory size of 268435456 bytes exhausted, OUT_OF_MEMORY",
    "Error: getaddrinfo ENOTFOUND database, OTHER",
    "exec: \"nope\": executable file not found in $PATH, OTHER"
  })
  void theCauseIsRecognised(String lastWords, Kind kind) {
    assertThat(CrashCause.in(lastWords)).map(CrashCause::kind).contains(kind);
  }

  @Test
  void whatIsNotRecognisedSaysNothing() {
    assertThat(CrashCause.in("order 10451 of ada@example.com took 21045 ms")).isEmpty();
  }

  @Test
  void noWordOfTheLogIsInTheSentence() {
    assertThat(CrashCause.in("password authentication failed for user \"geheim\""))
        .hasValueSatisfying(cause -> assertThat(cause.sentence()).doesNotContain("geheim"));
  }
}
