package dev.uruimi.local.operations;

import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.Query;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The {@code webhook} commands. */
@Command(
    name = "webhook",
    description = "Have URLs told of what becomes of stores: create, list, delete, deliveries.",
    synopsisSubcommandLabel = "COMMAND")
public final class WebhookCommand {

  @Command(name = "create", description = "Have a URL told; prints the signing secret, this once.")
  int create(
      @Parameters(paramLabel = "URL", description = "Where to POST to.") String url,
      @Option(
              names = "--event",
              required = true,
              paramLabel = "EVENT",
              description = "ready, failed, degraded or deleted; repeat it for more.")
          List<String> events,
      @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
          @Nullable String description,
      @Mixin Output output)
      throws InterruptedException {
    var wish = new LinkedHashMap<String, Object>();
    wish.put("url", url);
    wish.put("events", events);
    if (description != null) {
      wish.put("description", description);
    }
    try (var api = StoreApi.of(System.getenv())) {
      return print(api.tell("/webhooks", wish), output, WebhookText::created);
    }
  }

  @Command(name = "list", description = "List webhooks, the oldest first.")
  int list(@Mixin Output output) throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      return print(api.look("/webhooks"), output, WebhookText::list);
    }
  }

  @Command(name = "deliveries", description = "Show what a webhook was told, the newest first.")
  int deliveries(
      @Parameters(paramLabel = "ID", description = "The webhook's id.") String id,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "At most so many, 1 to 200 (default: ${DEFAULT-VALUE}).")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      return print(
          api.look(path(id) + "/deliveries?limit=" + limit), output, WebhookText::deliveries);
    }
  }

  @Command(name = "redeliver", description = "Send a delivery again, now.")
  int redeliver(
      @Parameters(paramLabel = "ID", description = "The webhook's id.") String id,
      @Parameters(paramLabel = "DELIVERY", description = "The delivery's id.") String delivery,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var path = path(id) + "/deliveries/" + Query.value(delivery) + "/redeliver";
      return print(api.tell(path, null), output, WebhookText::delivery);
    }
  }

  @Command(name = "delete", description = "Tell a URL nothing more, and forget its deliveries.")
  int delete(
      @Parameters(paramLabel = "ID", description = "The webhook's id.") String id,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      return print(api.remove(path(id)), output, WebhookText::deleted);
    }
  }

  private static String path(String id) {
    return "/webhooks/" + Query.value(id);
  }

  private static int print(
      JsonNode answer, Output output, Function<JsonNode, List<String>> forPeople) {
    if (output.json()) {
      output.print(answer);
    } else {
      forPeople.apply(answer).forEach(output.terminal()::line);
    }
    return ExitCode.OK;
  }
}
