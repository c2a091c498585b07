package dev.uruimi.worker.leader;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is done whenever this process begins to lead. */
public final class Wins implements Runnable {

  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  /** Adds something. It must return soon; those added first are done first. */
  public void andThen(Runnable action) {
    actions.add(action);
  }

  @Override
  public void run() {
    actions.forEach(Runnable::run);
  }
}
