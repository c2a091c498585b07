package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheEntryTest {

  @TempDir private Path folder;

  @Test
  void isMadeOnce() throws Exception {
    var made = new AtomicInteger();
    var entry = new CacheEntry(folder.resolve("bin/tool"));

    for (var i = 0; i < 2; i++) {
      entry.make(
          work -> {
            made.incrementAndGet();
            return Files.writeString(work.resolve("result"), "x");
          });
    }

    assertThat(made).hasValue(1);
    assertThat(folder.resolve("bin/tool")).hasContent("x");
    assertThat(folder.resolve("bin/tool.work")).doesNotExist();
  }

  @Test
  void isNotThereAfterAFailure() {
    var entry = new CacheEntry(folder.resolve("tool"));

    assertThatThrownBy(
            () ->
                entry.make(
                    work -> {
                      Files.writeString(work.resolve("half"), "x");
                      throw new IOException("no network");
                    }))
        .hasMessage("no network");
    assertThat(entry.present()).isFalse();
    assertThat(folder.resolve("tool.work")).doesNotExist();
  }

  @Test
  void beginsAnewOverTheRestOfAKilledBuild() throws Exception {
    Files.createDirectories(folder.resolve("tool.work/half"));
    var entry = new CacheEntry(folder.resolve("tool"));

    entry.make(
        work -> {
          assertThat(work).isEmptyDirectory();
          return Files.writeString(work.resolve("whole"), "x");
        });

    assertThat(entry.present()).isTrue();
  }
}
