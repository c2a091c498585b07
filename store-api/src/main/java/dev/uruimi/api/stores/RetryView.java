package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Decision;
import dev.uruimi.api.lifecycle.Lifecycle;
import dev.uruimi.api.lifecycle.Status;
import dev.uruimi.api.lifecycle.Store;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a retry would do now. */
@Schema(name = "Retry")
public record RetryView(
    boolean allowed,
    @Schema(
            description =
                "whether orders, products and passwords stay: they do if the shop ever was ready;"
                    + " null when a retry is not allowed or the timeline no longer tells")
        @Nullable Boolean keepsData,
    @Schema(
            description = "what it would do, or why it is not allowed, as a sentence",
            example = "Upgrades the shop in place; orders, products and passwords stay.")
        String does) {

  /** What it would do with a store. */
  public static RetryView of(Store store) {
    var state = store.state();
    if (!(Lifecycle.decide(state, new Command.Retry()) instanceof Decision.Accepted)) {
      return new RetryView(false, null, refusal(state.status()));
    }
    if (state.status() == Status.DELETE_FAILED) {
      return new RetryView(true, false, "Tries the deletion again; everything in the shop goes.");
    }
    var everReady = everReady(store);
    if (everReady == null) {
      return new RetryView(
          true, null, "Tries again; if the shop ever was ready, its orders and products stay.");
    }
    return everReady
        ? new RetryView(
            true, true, "Upgrades the shop in place; orders, products and passwords stay.")
        : new RetryView(
            true,
            false,
            "Installs the shop again from empty volumes; it was never ready, so nothing is lost.");
  }

  private static @Nullable Boolean everReady(Store store) {
    var entries = store.timeline();
    if (store.state().status() == Status.DEGRADED
        || entries.stream().anyMatch(entry -> entry.step().equals("ready"))) {
      return true;
    }
    var first = entries.getFirst();
    var whole = first.attempt() == 1 && first.step().equals("requested");
    return whole ? Boolean.FALSE : null;
  }

  private static String refusal(Status status) {
    return switch (status) {
      case READY -> "The shop is ready; there is nothing to retry.";
      case DELETING -> "The shop is being deleted.";
      case DELETED -> "The shop is deleted; nothing brings it back.";
      default -> "The shop is on its way; it can be retried if it fails.";
    };
  }
}
