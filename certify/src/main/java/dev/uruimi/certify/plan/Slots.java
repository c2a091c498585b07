package dev.uruimi.certify.plan;

import dev.uruimi.certify.stores.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The stores as the schedule believes them to be, and what to ask of them next. */
final class Slots {

  private enum State {
    EMPTY,
    WORKING,
    BROKEN
  }

  private final List<State> states = new ArrayList<>();
  private final List<String> choices;

  /**
   * @param choices by which a store may be made to fail; empty for engines without
   */
  Slots(int count, List<String> choices) {
    for (int slot = 0; slot < count; slot++) {
      states.add(State.EMPTY);
    }
    this.choices = choices;
  }

  int count() {
    return states.size();
  }

  /** Makes sure that a store that works stands in the slot. */
  List<Operation> prepare(int slot) {
    return switch (states.set(slot, State.WORKING)) {
      case EMPTY -> List.of(create(slot, null));
      case BROKEN -> List.of(delete(slot), create(slot, null));
      case WORKING -> List.of();
    };
  }

  /** Asks for the deletion of what stands in the slot. */
  Operation remove(int slot) {
    states.set(slot, State.EMPTY);
    return delete(slot);
  }

  /** What to ask of the store in the slot; nothing at times. */
  List<Operation> ask(int slot, RandomGenerator random) {
    return switch (states.get(slot)) {
      case EMPTY -> askEmpty(slot, random);
      case WORKING -> askWorking(slot, random.nextDouble());
      case BROKEN -> askBroken(slot, random.nextBoolean());
    };
  }

  private List<Operation> askEmpty(int slot, RandomGenerator random) {
    var breaks =
        !choices.isEmpty() && random.nextDouble() < 0.15
            ? choices.get(random.nextInt(choices.size()))
            : null;
    if (random.nextDouble() < 0.2) {
      return List.of(create(slot, breaks), delete(slot));
    }
    states.set(slot, breaks == null ? State.WORKING : State.BROKEN);
    return List.of(create(slot, breaks));
  }

  private List<Operation> askWorking(int slot, double chance) {
    if (chance < 0.5) {
      return List.of(remove(slot));
    }
    return chance < 0.75 ? List.of(new Operation(slot, RequestKind.RETRY, null)) : List.of();
  }

  private List<Operation> askBroken(int slot, boolean retry) {
    if (retry) {
      return List.of(new Operation(slot, RequestKind.RETRY, null));
    }
    return List.of(remove(slot));
  }

  private static Operation create(int slot, @Nullable String breaks) {
    return new Operation(slot, RequestKind.CREATE, breaks);
  }

  private static Operation delete(int slot) {
    return new Operation(slot, RequestKind.DELETE, null);
  }
}
