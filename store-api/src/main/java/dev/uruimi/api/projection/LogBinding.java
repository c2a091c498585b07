package dev.uruimi.api.projection;

import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.stereotype.Component;

/** The reading of the log into the table. */
@Component
public class LogBinding {

  private static final String NAME = "storeEvents-in-0";

  private final Consumer<State> bindingTo;
  private final Reached reached;

  @Autowired
  LogBinding(BindingsLifecycleController bindings, Reached reached) {
    this(state -> bindings.changeState(NAME, state), reached);
  }

  LogBinding(Consumer<State> bindingTo, Reached reached) {
    this.bindingTo = bindingTo;
    this.reached = reached;
  }

  /**
   * Reads from the table's offsets again, once the broker has assigned the partitions anew. That
   * takes its time; until then nothing counts as reached.
   */
  public synchronized void readAgain() {
    bindingTo.accept(State.STOPPED);
    reached.forgetAll();
    bindingTo.accept(State.STARTED);
  }
}
