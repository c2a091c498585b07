package dev.uruimi.local.process;

import java.time.Duration;

/** Runs one step until it has succeeded once. */
final class StepLife {

  private final Step step;
  private final StatusBoard board;
  private final Waiter waiter;

  StepLife(Step step, StatusBoard board, Waiter waiter) {
    this.step = step;
    this.board = board;
    this.waiter = waiter;
  }

  void live() throws InterruptedException {
    var backoff = new Backoff();
    while (true) {
      var begun = board.now();
      board.update(step.name(), status -> status.starting(board.now(), 0));
      try {
        step.action().run(line -> board.update(step.name(), status -> status.doing(line)));
        board.update(step.name(), status -> status.ready(board.now()));
        return;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        e.printStackTrace();
        var why = e.getMessage() == null ? e.toString() : e.getMessage();
        board.update(step.name(), status -> status.failed(board.now(), why));
      }
      waiter.pause(backoff.after(Duration.between(begun, board.now())));
    }
  }
}
