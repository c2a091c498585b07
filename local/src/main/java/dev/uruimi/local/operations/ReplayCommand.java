package dev.uruimi.local.operations;

import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The {@code replay} command. */
@Command(
    name = "replay",
    description =
        "Ask again for stores, out of what the event log tells of them; 1 when any is refused.")
public final class ReplayCommand implements Callable<Integer> {

  private static final int BATCH = 100;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of stores.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--failed", description = "All stores that failed.")
  private boolean failed;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "All stores in these statuses, for example failed,degraded,delete_failed.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      converter = SinceConverter.class,
      description = "Of those, the ones that failed since: 24h or PT24H.")
  private @Nullable Duration since;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      split = ",",
      description = "Of those, the ones that failed for this reason, for example image_pull.")
  private List<String> reasons = new ArrayList<>();

  @Option(
      names = "--missing",
      description =
          "Stores of which the cluster has nothing any more, whatever their status; alone: all.")
  private boolean missing;

  @Option(names = "--dry-run", description = "Only show what it would do.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask before more than one store is replayed.")
  private boolean yes;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    if (failed) {
      statuses.add("failed");
    }
    var chosen = ids.isEmpty() ? missing || !statuses.isEmpty() : statuses.isEmpty();
    if (!chosen && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Name stores, or choose them with --failed or --status; --missing alone takes all.");
    }
    try (var api = StoreApi.of(System.getenv())) {
      if (!dryRun && !yes && ids.size() != 1) {
        var total = ids.isEmpty() ? total(api) : ids.size();
        throw new CommandFailed(
            "This replays %d stores.".formatted(total),
            "--dry-run shows them, --yes replays them.",
            ExitCode.USAGE,
            null);
      }
      var items = dryRun && ids.isEmpty() ? batch(api, ids) : all(api);
      show(items);
      return items.stream().anyMatch(item -> !item.path("refused").isNull() && !dryRun)
          ? ExitCode.FAILED
          : ExitCode.OK;
    }
  }

  private long total(StoreApi api) throws InterruptedException {
    return api.tell("/replays", wish(List.of(), true)).path("total").asLong();
  }

  /** In batches with pauses, so that others' stores are not held up behind many. */
  private List<JsonNode> all(StoreApi api) throws InterruptedException {
    var items = new ArrayList<JsonNode>();
    if (!ids.isEmpty()) {
      for (var from = 0; from < ids.size(); from += BATCH) {
        pauseAfter(items);
        items.addAll(batch(api, ids.subList(from, Math.min(ids.size(), from + BATCH))));
      }
      return items;
    }
    Set<String> seen = new LinkedHashSet<>();
    List<JsonNode> taken;
    do {
      pauseAfter(items);
      taken = batch(api, List.of());
      taken.removeIf(item -> !seen.add(item.path("id").asString()));
      items.addAll(taken);
    } while (taken.size() == BATCH);
    return items;
  }

  private static void pauseAfter(List<JsonNode> items) throws InterruptedException {
    if (!items.isEmpty()) {
      Waiter.REAL.pause(PAUSE);
    }
  }

  private List<JsonNode> batch(StoreApi api, List<String> some) throws InterruptedException {
    var items = new ArrayList<JsonNode>();
    api.tell("/replays", wish(some, dryRun)).path("replays").forEach(items::add);
    return items;
  }

  private Map<String, Object> wish(List<String> some, boolean dry) {
    var wish = new LinkedHashMap<String, Object>();
    wish.put("missing", missing);
    if (some.isEmpty()) {
      wish.put("status", statuses);
      if (since != null) {
        wish.put("since", since.toString());
      }
      wish.put("reason", reasons);
    } else {
      wish.put(
          "stores",
          some.stream().map(id -> id.startsWith("store-") ? id.substring(6) : id).toList());
    }
    wish.put("dryRun", dry);
    return wish;
  }

  private void show(List<JsonNode> items) {
    if (output.json()) {
      output.print(Map.of("dryRun", dryRun, "replays", items));
    } else {
      OperationText.replays(items).forEach(output.terminal()::line);
    }
  }
}
