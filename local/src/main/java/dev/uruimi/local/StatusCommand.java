package dev.uruimi.local;

import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.process.Bringup;
import dev.uruimi.local.process.PartStatus;
import dev.uruimi.local.process.StatusBoard;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.stores.Simulation;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Table;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells how everything is doing. */
@Command(
    name = "status",
    description = "Show what runs; exits with 0 only when everything is ready, with 3 when down.")
final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  private final UruimiHome home = UruimiHome.of(System.getenv());
  private final Terminal terminal = Terminal.of(System.getenv(), System.out);

  @Override
  public Integer call() throws IOException {
    var snapshot = StatusBoard.read(home).filter(any -> Bringup.running(home));
    if (json) {
      var parts = snapshot.map(StatusBoard.Snapshot::parts).orElse(List.of());
      print(
          snapshot.isPresent(), snapshot.filter(StatusBoard.Snapshot::allReady).isPresent(), parts);
    } else if (snapshot.isEmpty()) {
      terminal.line("Uruimi is down. `./uruimi up` starts it.");
    } else {
      tell(snapshot.get().parts());
      tellCluster();
    }
    if (snapshot.isEmpty()) {
      return ExitCode.NOT_RUNNING;
    }
    return snapshot.get().allReady() ? ExitCode.OK : ExitCode.FAILED;
  }

  private void print(boolean running, boolean ready, List<PartStatus> parts) throws IOException {
    var all = new LinkedHashMap<String, Object>();
    all.put("running", running);
    all.put("ready", ready);
    var platform = Platform.of(home);
    all.put("cluster", cluster(platform.choice()));
    all.put("simulated", platform.simulated());
    all.put("ingressPort", platform.ingress().port());
    all.put("ingressHost", platform.ingress().host());
    all.put("simulatedNodes", platform.simulatedNodes());
    all.put("state", home.state().toString());
    all.put("parts", parts.stream().map(StatusCommand::part).toList());
    terminal.line(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(all));
  }

  private static Map<String, Object> cluster(ClusterChoice choice) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", choice.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    if (choice instanceof ClusterChoice.Context(var name, _)) {
      fields.put("context", name);
    }
    fields.put("text", choice.text());
    return fields;
  }

  private void tellCluster() throws IOException {
    var platform = Platform.of(home);
    var choice = platform.choice();
    terminal.line("Cluster: " + choice.text() + ".");
    var count = platform.simulatedNodes();
    if (count > 0 && !choice.simulated()) {
      terminal.line(
          "SIMULATED: %d nodes beside the real one only pretend to run pods.".formatted(count));
    } else if (platform.simulated() && !choice.simulated()) {
      terminal.line(Simulation.LABEL);
    }
  }

  private static Map<String, Object> part(PartStatus part) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", part.name());
    fields.put("phase", phase(part));
    fields.put("since", part.since().toString());
    fields.put("pid", part.pid());
    fields.put("memoryMegabytes", ResidentMemory.megabytes(part.pid()));
    fields.put("restarts", part.restarts());
    fields.put("detail", part.detail());
    return fields;
  }

  private void tell(List<PartStatus> parts) {
    var table = new Table().row("PART", "STATE", "PID", "MEMORY", "RESTARTS", "");
    var sum = 0L;
    for (var part : parts) {
      var memory = ResidentMemory.megabytes(part.pid());
      sum += memory;
      table.row(
          part.name(),
          phase(part),
          part.pid() > 0 ? String.valueOf(part.pid()) : "",
          part.pid() > 0 ? memory + " MiB" : "",
          part.restarts() > 0 ? String.valueOf(part.restarts()) : "",
          Terminal.harmless(part.detail()));
    }
    table.row("all", "", "", sum + " MiB");
    table.lines().forEach(terminal::line);
  }

  private static String phase(PartStatus part) {
    return part.phase().name().toLowerCase(Locale.ROOT);
  }
}
