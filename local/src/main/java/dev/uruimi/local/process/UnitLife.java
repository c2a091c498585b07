package dev.uruimi.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The life of one unit under one supervisor: started or adopted, watched, started again. */
final class UnitLife {

  private final Unit unit;
  private final Launcher launcher;
  private final StatusBoard board;
  private final Waiter waiter;
  private final Runnable whenReady;
  private final UruimiHome home;

  UnitLife(Unit unit, UruimiHome home, StatusBoard board, Waiter waiter, Runnable whenReady) {
    this.unit = unit;
    this.home = home;
    this.launcher = new Launcher(home, waiter);
    this.board = board;
    this.waiter = waiter;
    this.whenReady = whenReady;
  }

  /** Goes on until interrupted; the process is left running then. */
  void live() throws InterruptedException {
    var backoff = new Backoff();
    while (true) {
      var begun = board.now();
      var why = oneLife();
      board.update(unit.name(), status -> status.failed(board.now(), why));
      waiter.pause(backoff.after(Duration.between(begun, board.now())));
    }
  }

  private String oneLife() throws InterruptedException {
    try {
      var process = adoptOrStart();
      board.update(unit.name(), status -> status.starting(board.now(), process.pid()));
      if (!becomesReady(process)) {
        var why = process.alive() ? "not ready after " + unit.startTimeout() : "ended";
        process.stop(unit.stopTimeout());
        return why + lastLine();
      }
      board.update(unit.name(), status -> status.ready(board.now()));
      whenReady.run();
      process.awaitExit();
      return "ended" + lastLine();
    } catch (IOException | RuntimeException e) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
  }

  private String lastLine() {
    var line = LastLine.of(home.log(unit.name()));
    return line.isEmpty() ? "" : ": " + line;
  }

  private RunningProcess adoptOrStart() throws IOException, InterruptedException {
    var record = UnitRecord.read(launcher.record(unit.name()));
    var alive = record.filter(known -> known.process().alive()).isPresent();
    return switch (UnitRecord.decide(record, alive, UnitRecord.fingerprint(unit))) {
      case START -> launcher.start(unit);
      case ADOPT -> RunningProcess.adopted(record.orElseThrow().process(), waiter);
      case REPLACE -> {
        RunningProcess.adopted(record.orElseThrow().process(), waiter).stop(unit.stopTimeout());
        yield launcher.start(unit);
      }
    };
  }

  private boolean becomesReady(RunningProcess process) throws InterruptedException {
    Instant limit = board.now().plus(unit.startTimeout());
    while (process.alive() && board.now().isBefore(limit)) {
      if (readyNow()) {
        return true;
      }
      waiter.pause(Duration.ofMillis(100));
    }
    return false;
  }

  private boolean readyNow() throws InterruptedException {
    try {
      return unit.ready().ready();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
