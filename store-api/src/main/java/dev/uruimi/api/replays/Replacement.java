package dev.uruimi.api.replays;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Decision;
import dev.uruimi.api.lifecycle.Lifecycle;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.peers.Cleanup;
import dev.uruimi.api.peers.PeerAwayException;
import dev.uruimi.api.peers.Presence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes anew what the cluster lost: it has neither a record nor a namespace of the store. What is
 * not surely lost is refused.
 *
 * @param presence what the cluster had when it was asked; null: it could not be asked
 * @param away why it could not be asked
 * @param before a store that moved later may be on its way
 */
record Replacement(@Nullable Presence presence, @Nullable String away, Instant before)
    implements Asking {

  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  /** Asks cleanup what the cluster has. */
  static Replacement of(Cleanup cleanup, Instant now) {
    var before = now.minus(ON_ITS_WAY);
    try {
      return new Replacement(cleanup.presence(), null, before);
    } catch (PeerAwayException e) {
      return new Replacement(null, e.getMessage(), before);
    }
  }

  /** Whether the cluster may have lost a store. */
  boolean mayLack(String id) {
    return presence == null || !presence.knows(id);
  }

  @Override
  public Command command() {
    return new Command.Replace();
  }

  @Override
  public @Nullable String refusal(Store store) {
    var attempt = store.state().attempt();
    if (!(Lifecycle.decide(store.state(), command()) instanceof Decision.Accepted)) {
      return "The shop is %s; what must go is not made again."
          .formatted(store.state().status().label());
    }
    if (presence == null) {
      return "Nobody can say whether the cluster has anything of it. " + away;
    }
    if (presence.knows(attempt.storeId().value())) {
      return "The cluster has a record or a namespace of it; replay it without missing.";
    }
    return attempt.movedAt().isBefore(before)
        ? null
        : "It moved within the last minute; it may be on its way.";
  }

  @Override
  public String does(Store store) {
    return "Installs the shop again from empty volumes; the cluster has nothing of it any more.";
  }
}
