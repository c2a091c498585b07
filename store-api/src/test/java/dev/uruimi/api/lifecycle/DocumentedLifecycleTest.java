package dev.uruimi.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.events.EventTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedLifecycleTest {

  @Test
  void theTableOfTransitionsIsWhatEvolveDoes() {
    var actual = new LinkedHashMap<String, Map<String, String>>();
    for (var state : all()) {
      var cells = new LinkedHashMap<String, String>();
      Samples.events(Samples.ATTEMPT)
          .forEach(
              (name, event) ->
                  cells.put(name, Samples.name(Lifecycle.evolve(state, event, Samples.NOW))));
      actual.put(Samples.name(state), cells);
    }

    assertThat(Tables.below("Where an event leads")).isEqualTo(actual);
  }

  @Test
  void theTableOfCommandsIsWhatDecideDoes() {
    var actual = new LinkedHashMap<String, Map<String, String>>();
    for (var state : all()) {
      var cells = new LinkedHashMap<String, String>();
      commands().forEach((name, command) -> cells.put(name, said(state, command)));
      actual.put(Samples.name(state), cells);
    }

    assertThat(Tables.below("What may be asked")).isEqualTo(actual);
  }

  private static List<StoreState> all() {
    var all = new ArrayList<StoreState>();
    all.add(new Absent());
    all.addAll(Samples.states());
    return all;
  }

  private static Map<String, Command> commands() {
    var commands = new LinkedHashMap<String, Command>();
    commands.put("request", new Command.Request(Samples.ID, Samples.SPECIFICATION));
    commands.put("retry", new Command.Retry());
    commands.put("replace", new Command.Replace());
    commands.put("rename", new Command.Change("Coffee", null));
    commands.put("resize", new Command.Change(null, "large"));
    commands.put("delete", new Command.Delete());
    commands.put("expire", new Command.Expire(Samples.NOW, Duration.ofSeconds(60), null));
    return commands;
  }

  private static String said(StoreState state, Command command) {
    return switch (Lifecycle.decide(state, command)) {
      case Decision.Refused _ -> "refused";
      case Decision.Accepted(var events) when events.isEmpty() -> "nothing";
      case Decision.Accepted(var events) -> {
        var type = EventTypes.nameOf(events.getFirst().getClass());
        yield type.replace("dev.uruimi.store.", "").replace(".v1", "");
      }
    };
  }
}
