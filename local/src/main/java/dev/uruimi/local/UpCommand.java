package dev.uruimi.local;

import dev.uruimi.local.build.Machine;
import dev.uruimi.local.login.Invitation;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.services.OfferedEngines;
import dev.uruimi.local.stores.Simulation;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings everything up and returns once it is ready. */
@Command(
    name = "up",
    description = "Start Uruimi on this machine; what runs already is left alone.")
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--simulated-nodes",
      paramLabel = "N",
      description = {
        "Add N nodes that only pretend to run pods (KWOK), beside the real one if there is one.",
        "Kept until `down --purge`."
      })
  private int simulatedNodes;

  @Option(
      names = "--with-engine",
      paramLabel = "NAME",
      description =
          "Offer an engine of optional-engines too; repeatable, kept until `down --purge`.")
  private List<String> engines = List.of();

  @Option(
      names = "--cluster-only",
      description = {
        "Start only the cluster, for an installation elsewhere that uses it by --context.",
        "Kept until `down --purge`."
      })
  private boolean clusterOnly;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--faults", hidden = true, description = "Let `certify` hurt what comes up.")
  private boolean faults;

  @Override
  public Integer call() throws Exception {
    var home = UruimiHome.of(System.getenv());
    var terminal = Terminal.of(System.getenv(), System.out);
    keepExtras(home);
    var wish = cluster.wish(System.getenv());
    var choice = new ClusterOfInstallation(home, System.getenv()).settle(wish, terminal);
    try (var ctrlC = CtrlC.handled()) {
      new Preparation(home, terminal, Machine.here()).run(Platform.of(home));
      new Startup(home, terminal).run(ctrlC);
    }
    var onlyCluster = Extras.read(home).onlyCluster();
    terminal.line(
        onlyCluster
            ? "The cluster is up: KUBECONFIG=" + home.kubeconfig()
            : "Uruimi is up. `./uruimi store create NAME` makes a shop, `./uruimi down` stops.");
    if (!onlyCluster) {
      try (var api = StoreApi.of(System.getenv())) {
        terminal.line(Invitation.line(api));
      }
    }
    terminal.line("Cluster: " + choice.text() + ".");
    if (Platform.of(home).simulated() && !choice.simulated()) {
      terminal.line(Simulation.LABEL);
    }
    return ExitCode.OK;
  }

  private void keepExtras(UruimiHome home) throws IOException {
    var unknown = new ArrayList<>(engines);
    unknown.removeAll(OfferedEngines.optional(home));
    if (!unknown.isEmpty()) {
      throw new CommandFailed(
          "optional-engines has no " + String.join(", ", unknown) + ".",
          "It has " + String.join(", ", OfferedEngines.optional(home)) + ".");
    }
    if (simulatedNodes < 0) {
      throw new CommandFailed("--simulated-nodes takes 1 or more.", "`down --purge` forgets them.");
    }
    var before = Extras.read(home);
    var wanted = before.withEngines(engines);
    if (faults) {
      wanted = wanted.withFaults();
    }
    if (clusterOnly) {
      wanted = wanted.withClusterOnly();
    }
    if (simulatedNodes > 0) {
      wanted = wanted.withSimulatedNodes(simulatedNodes);
    }
    if (!wanted.equals(before)) {
      wanted.write(home);
    }
  }
}
