package dev.uruimi.watcher.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The last lines of a log of any size, in little memory: a line is kept up to {@value #LONGEST}
 * characters, and after {@value #MOST} characters reading ends.
 */
final class LogTail {

  static final int LONGEST = 4000;
  private static final int MOST = 16 * 1024 * 1024;

  private final int lines;
  private final ArrayDeque<String> kept = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private boolean begun;

  private LogTail(int lines) {
    this.lines = lines;
  }

  /** The last lines, oldest first. The stream is read to its end and left open. */
  static List<String> of(InputStream log, int lines) throws IOException {
    var tail = new LogTail(lines);
    tail.read(new InputStreamReader(log, StandardCharsets.UTF_8));
    return List.copyOf(tail.kept);
  }

  private void read(Reader reader) throws IOException {
    var buffer = new char[8192];
    var total = 0;
    for (int count = reader.read(buffer); count >= 0 && total < MOST; count = reader.read(buffer)) {
      total += count;
      for (int place = 0; place < count; place++) {
        take(buffer[place]);
      }
    }
    if (begun) {
      end();
    }
  }

  private void take(char character) {
    if (character == '\n') {
      end();
      return;
    }
    begun = true;
    if (line.length() < LONGEST) {
      line.append(character);
    }
  }

  private void end() {
    if (kept.size() == lines) {
      kept.removeFirst();
    }
    kept.addLast(line.toString());
    line.setLength(0);
    begun = false;
  }
}
