package dev.uruimi.local;

import dev.uruimi.local.build.Machine;
import dev.uruimi.local.cluster.EmbeddedCluster;
import dev.uruimi.local.cluster.OwnerOnly;
import dev.uruimi.local.cluster.SimulatedCluster;
import dev.uruimi.local.cluster.TargetCluster;
import dev.uruimi.local.clusterchoice.ChoiceFile;
import dev.uruimi.local.clusterchoice.Choosing;
import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.clusterchoice.ClusterChoice.Context;
import dev.uruimi.local.clusterchoice.ClusterChoice.Embedded;
import dev.uruimi.local.clusterchoice.ClusterChoice.Made;
import dev.uruimi.local.clusterchoice.ClusterChoice.Simulated;
import dev.uruimi.local.clusterchoice.ContextCluster;
import dev.uruimi.local.clusterchoice.Decision.Chosen;
import dev.uruimi.local.clusterchoice.Decision.Refused;
import dev.uruimi.local.clusterchoice.Kubeconfigs;
import dev.uruimi.local.clusterchoice.MadeCluster;
import dev.uruimi.local.clusterchoice.Sight;
import dev.uruimi.local.clusterchoice.Wish;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.util.Map;

/** Which cluster an installation has: chosen at the first start, the same from then on. */
record ClusterOfInstallation(UruimiHome home, Map<String, String> environment) {

  /** The one that was chosen; before that, Uruimi's own. */
  ClusterChoice known() throws IOException {
    return new ChoiceFile(home).read().orElseGet(Embedded::new);
  }

  /** The one that was chosen, else the one that would be; remembers nothing. */
  ClusterChoice look(Wish wish, Terminal terminal) throws IOException, InterruptedException {
    var before = new ChoiceFile(home).read();
    if (before.isEmpty()) {
      return choose(wish, terminal);
    }
    refuseAnother(before.get(), wish);
    return before.get();
  }

  /** Looks, and remembers; the kubeconfig of a context is copied anew. */
  ClusterChoice settle(Wish wish, Terminal terminal) throws IOException, InterruptedException {
    var choice = look(wish, terminal);
    if (choice instanceof Context(var name, var distribution)) {
      var kubeconfigs = Kubeconfigs.of(environment);
      if (kubeconfigs.contexts().stream().anyMatch(context -> context.name().equals(name))) {
        OwnerOnly.write(home.kubeconfig(), kubeconfigs.only(name));
      }
    }
    if (choice instanceof Made) {
      IngressPort.choose(home, environment);
    }
    new ChoiceFile(home).write(choice);
    return choice;
  }

  private ClusterChoice choose(Wish wish, Terminal terminal)
      throws IOException, InterruptedException {
    return switch (Choosing.of(wish, Sight.of(Machine.here(), environment))) {
      case Refused(var why, var advice) ->
          throw new CommandFailed(why, advice, ExitCode.USAGE, null);
      case Chosen(var choice, var said) -> {
        said.forEach(terminal::line);
        yield choice;
      }
    };
  }

  private static void refuseAnother(ClusterChoice choice, Wish wish) {
    if (!wish.allows(choice)) {
      throw new CommandFailed(
          "This installation has a cluster already: " + choice.text() + ".",
          "`./uruimi down --purge` forgets it, with all stores; URUIMI_STATE=FOLDER makes another installation.",
          ExitCode.USAGE,
          null);
    }
  }

  /** The cluster itself. */
  static TargetCluster of(
      UruimiHome home, ClusterChoice choice, Extras extras, Map<String, String> environment) {
    return switch (choice) {
      case Embedded() -> new EmbeddedCluster(home, extras.simulatedNodes());
      case Simulated _ -> new SimulatedCluster(home, extras.simulatedNodes());
      case Context context -> ContextCluster.of(home, context, environment);
      case Made(var tool) -> MadeCluster.of(home, tool, IngressPort.read(home), environment);
    };
  }
}
