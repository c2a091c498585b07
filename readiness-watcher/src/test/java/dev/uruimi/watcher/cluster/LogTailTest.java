package dev.uruimi.watcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTailTest {

  @Test
  void theLastLinesAreKeptOldestFirst() throws IOException {
    assertThat(tail("one\ntwo\n\nthree\n", 3)).containsExactly("two", "", "three");
    assertThat(tail("one\ntwo", 3)).containsExactly("one", "two");
    assertThat(tail("", 3)).isEmpty();
  }

  @Test
  void aLongLineIsCutAndTheNextOneIsThere() throws IOException {
    assertThat(tail("x".repeat(100_000) + "\nlast\n", 2))
        .containsExactly("x".repeat(LogTail.LONGEST), "last");
  }

  @Test
  void aLogWithoutEndIsLeft() throws IOException {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThat(LogTail.of(endless, 5)).containsExactly("x".repeat(LogTail.LONGEST));
  }

  private static List<String> tail(String log, int lines) throws IOException {
    return LogTail.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), lines);
  }
}
