package dev.uruimi.local.process;

import static dev.uruimi.local.process.UnitRecord.Decision.ADOPT;
import static dev.uruimi.local.process.UnitRecord.Decision.REPLACE;
import static dev.uruimi.local.process.UnitRecord.Decision.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitRecordTest {

  private static final Optional<UnitRecord> KNOWN =
      Optional.of(new UnitRecord(new ProcessIdentity(7, 4711), "abc"));
  private static final Unit UNIT = Unit.of("u", Path.of("/tmp"), List.of("sleep", "1"));

  @Test
  void startsWhatWasNeverStarted() {
    assertThat(UnitRecord.decide(Optional.empty(), false, "abc")).isEqualTo(START);
  }

  @Test
  void startsWhatHasEnded() {
    assertThat(UnitRecord.decide(KNOWN, false, "abc")).isEqualTo(START);
  }

  @Test
  void adoptsWhatStillRunsAsWanted() {
    assertThat(UnitRecord.decide(KNOWN, true, "abc")).isEqualTo(ADOPT);
  }

  @Test
  void replacesWhatRunsAsSomethingElse() {
    assertThat(UnitRecord.decide(KNOWN, true, "def")).isEqualTo(REPLACE);
  }

  @Test
  void anotherCommandEnvironmentOrFolderIsAnotherUnit() {
    assertThat(
            List.of(
                UNIT,
                UNIT.withEnvironment(Map.of("A", "1")),
                UNIT.withEnvironment(Map.of("A", "2")),
                Unit.of("u", Path.of("/"), UNIT.command()),
                Unit.of("u", Path.of("/tmp"), List.of("sleep", "2"))))
        .extracting(UnitRecord::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsRequiredOrHowLongItMayTakeMakesNoOtherUnit() {
    assertThat(UnitRecord.fingerprint(UNIT.requiring("x"))).isEqualTo(UnitRecord.fingerprint(UNIT));
  }

  @Test
  void readsWhatTheShellWrote() {
    var text = "abc\n7 (sh) R 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 99 9\n";

    assertThat(UnitRecord.parse(text)).isEqualTo(KNOWN);
  }

  @Test
  void aHalfWrittenRecordIsNone() {
    assertThat(UnitRecord.parse("")).isEmpty();
    assertThat(UnitRecord.parse("abc\n")).isEmpty();
    assertThat(UnitRecord.parse("abc\n7 (sh) R 1 7\n")).isEmpty();
  }
}
