package dev.uruimi.local;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.local.build.Machine;
import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.demo.Customer;
import dev.uruimi.local.demo.Phases;
import dev.uruimi.local.demo.Shop;
import dev.uruimi.local.login.Invitation;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.services.OfferedEngines;
import dev.uruimi.local.stores.StepsShown;
import dev.uruimi.local.stores.Store;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.stores.Waiting;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.TaskReport;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From nothing to a customer's order. */
@Command(
    name = "demo",
    description = {
      "Build what is stale, start everything, make a shop, buy in it, print its links.",
      "Ctrl-C stops what this run has started."
    })
final class DemoCommand implements Callable<Integer> {

  private static final Duration READY_LIMIT = Duration.ofMinutes(10);

  @Parameters(
      paramLabel = "ENGINE",
      arity = "0..1",
      description = "Kind of shop (default: the one whose engine says so).")
  private @Nullable String engineName;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "Demo shop",
      description = "The shop's name (default: ${DEFAULT-VALUE}).")
  private String name = "";

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  private final UruimiHome home = UruimiHome.of(System.getenv());
  private final Terminal terminal = Terminal.of(System.getenv(), System.out);
  private final Phases phases = new Phases(Clock.systemUTC());

  @Override
  public Integer call() throws Exception {
    var engine = engine();
    settle();
    try (var ctrlC = CtrlC.handled();
        var api = StoreApi.of(System.getenv())) {
      phases.time("build", () -> build(engine));
      phases.time("up", () -> up(ctrlC));
      var store = phases.time("shop, from click to ready", () -> shop(api, engine));
      var credentials = api.credentials(store.id());
      heading("A customer buys");
      var customer = new Customer(Platform.of(home).ingress().uri());
      var order = phases.time("order", () -> customer.buy(engine, store, credentials));
      tell(new Shop(store, credentials, order), Invitation.line(api));
    }
    return ExitCode.OK;
  }

  private void settle() throws IOException, InterruptedException {
    var installation = new ClusterOfInstallation(home, System.getenv());
    var choice = installation.look(cluster.wish(System.getenv()), terminal);
    if (choice instanceof ClusterChoice.Simulated(var why)) {
      throw new CommandFailed(
          "A shop that sells cannot run here: " + why + ".",
          "Run it as root on Linux, for example: sudo ./uruimi demo\n"
              + "or name a cluster: ./uruimi demo --context NAME\n"
              + "`./uruimi up` lets you try everything but the shop itself.");
    }
    installation.settle(cluster.wish(System.getenv()), terminal);
  }

  private Engine engine() {
    var environment = System.getenv();
    var catalogue =
        EngineCatalogue.load(OfferedEngines.source(home, environment), environment::get);
    return engineName == null ? catalogue.preferred() : named(engineName, catalogue);
  }

  private static Engine named(String name, EngineCatalogue catalogue) {
    return catalogue
        .find(name)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "There is no engine " + name + ".",
                    "Known: "
                        + String.join(", ", catalogue.all().stream().map(Engine::name).toList()),
                    ExitCode.USAGE,
                    null));
  }

  private boolean build(Engine engine) throws IOException, InterruptedException {
    heading("Building what is missing");
    var took = new Preparation(home, terminal, Machine.here()).run(Platform.of(home));
    took.forEach(phases::part);
    if (took.isEmpty()) {
      terminal.line("Nothing: all is built.");
    }
    var why = Platform.of(home).withoutImages().get(engine.name());
    if (why != null) {
      throw new CommandFailed(
          "There are no images of " + engine.name() + ": " + why, "docs/shops.md tells how to.");
    }
    return true;
  }

  private boolean up(CtrlC ctrlC) throws Exception {
    heading("Starting");
    new Startup(home, terminal).run(ctrlC);
    return true;
  }

  private Store shop(StoreApi api, Engine engine) throws InterruptedException {
    heading("Making a shop");
    var store = api.create(name, engine.name(), engine.plans().keySet().iterator().next());
    var waiting = new Waiting(api, Clock.systemUTC(), Waiter.REAL, READY_LIMIT);
    try (var report = TaskReport.on(terminal, Clock.systemUTC());
        var steps = new StepsShown(report, "store " + store.id(), 0)) {
      var ready = waiting.untilReady(store, steps);
      for (var happening : ready.timeline()) {
        phases.part(happening.step(), Duration.between(ready.created(), happening.at()));
      }
      return ready;
    }
  }

  private void heading(String text) {
    terminal.line("");
    terminal.line(terminal.bold(text));
  }

  private void tell(Shop shop, String invitation) {
    heading("Your shop is open");
    shop.lines().forEach(terminal::line);
    terminal.line("");
    terminal.line(invitation);
    heading("How long it took (steps of the shop: since the click)");
    phases.lines().forEach(terminal::line);
    terminal.line("");
    terminal.line("Everything stays up. `./uruimi store list` shows your stores;");
    terminal.line("`./uruimi down` stops Uruimi, and `./uruimi up` brings the same stores back.");
  }
}
