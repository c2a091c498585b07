package dev.uruimi.local.demo;

import dev.uruimi.local.terminal.Elapsed;
import dev.uruimi.local.terminal.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long each phase took, and what it was made of. */
public final class Phases {

  private final Clock clock;
  private final Instant begin;
  private final List<String[]> rows = new ArrayList<>();

  public Phases(Clock clock) {
    this.clock = clock;
    this.begin = clock.instant();
  }

  /** Work that takes time. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws Exception;
  }

  /** Does the work and notes its time. */
  public <T> T time(String phase, Work<T> work) throws Exception {
    var start = clock.instant();
    var place = rows.size();
    var result = work.run();
    rows.add(place, new String[] {phase, Elapsed.text(Duration.between(start, clock.instant()))});
    return result;
  }

  /** Notes a part of the phase that is being timed. */
  public void part(String name, Duration took) {
    rows.add(new String[] {"  " + name, Elapsed.text(took)});
  }

  /** All of them and the sum. */
  public List<String> lines() {
    var table = new Table();
    rows.forEach(table::row);
    table.row("all", Elapsed.text(Duration.between(begin, clock.instant())));
    return table.lines();
  }
}
