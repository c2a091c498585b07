package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

  private static final String REST = " 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 99 9";

  @Test
  void readsTheStartTimeBehindANameWithBlanksAndBrackets() {
    assertThat(ProcessIdentity.ofStat(7, "7 (a) b (c) S" + REST))
        .contains(new ProcessIdentity(7, 4711));
  }

  @Test
  void aZombieIsNobody() {
    assertThat(ProcessIdentity.ofStat(7, "7 (sh) Z" + REST)).isEmpty();
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotMeant() {
    var me = ProcessIdentity.ofThisProcess();

    assertThat(me.alive()).isTrue();
    assertThat(new ProcessIdentity(me.pid(), me.started() - 1).alive()).isFalse();
  }

  @Test
  void readsBackWhatItWrote(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("id"), ProcessIdentity.ofThisProcess() + "\n");

    assertThat(ProcessIdentity.read(file)).contains(ProcessIdentity.ofThisProcess());
  }

  @Test
  void aBrokenFileNamesNobody(@TempDir Path folder) throws Exception {
    assertThat(ProcessIdentity.read(folder.resolve("missing"))).isEmpty();
    assertThat(ProcessIdentity.read(Files.writeString(folder.resolve("x"), "1 2; rm"))).isEmpty();
  }
}
