package dev.uruimi.local.stores;

import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.terminal.CommandFailed;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows a store until it is where it should be, over any interruption of the stream. */
public final class Waiting {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final StoreApi api;
  private final Clock clock;
  private final Waiter waiter;
  private final Duration limit;

  public Waiting(StoreApi api, Clock clock, Waiter waiter, Duration limit) {
    this.api = api;
    this.clock = clock;
    this.waiter = waiter;
    this.limit = limit;
  }

  /** The store once it is ready. */
  public Store untilReady(Store store, Consumer<Store> watcher) throws InterruptedException {
    return until(store, Set.of("ready"), Set.of("failed", "deleting", "deleted"), watcher);
  }

  /** The store once it is verified gone. */
  public Store untilDeleted(Store store, Consumer<Store> watcher) throws InterruptedException {
    return until(store, Set.of("deleted"), Set.of("delete_failed"), watcher);
  }

  /** Hands on every change until the store is verified gone. */
  public void whileThere(Store store, Consumer<Store> watcher) throws InterruptedException {
    until(store, Set.of("deleted"), Set.of(), watcher);
  }

  private Store until(Store store, Set<String> good, Set<String> bad, Consumer<Store> watcher)
      throws InterruptedException {
    var end = clock.instant().plus(limit);
    var place = new Place();
    while (clock.instant().isBefore(end)) {
      try (var stream = api.follow(store.id(), place.last)) {
        var found = read(stream, store.attempt(), good, bad, watcher, place, end);
        if (found != null) {
          return judged(found, good);
        }
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        waiter.pause(PAUSE);
      }
    }
    throw new CommandFailed(
        "Store " + store.id() + " is not " + String.join("", good) + " after " + limit + ".",
        "It goes on; `./uruimi store get " + store.id() + "` tells how it is.");
  }

  private @Nullable Store read(
      StoreStream stream,
      int attempt,
      Set<String> good,
      Set<String> bad,
      Consumer<Store> watcher,
      Place place,
      Instant end)
      throws IOException {
    while (clock.instant().isBefore(end)) {
      var change = stream.next();
      place.last = change.id().isEmpty() ? place.last : change.id();
      var now = change.store().filter(it -> it.attempt() >= attempt);
      now.ifPresent(watcher);
      if (now.filter(it -> good.contains(it.status()) || bad.contains(it.status())).isPresent()) {
        return now.get();
      }
    }
    return null;
  }

  private static Store judged(Store store, Set<String> good) {
    if (good.contains(store.status())) {
      return store;
    }
    var why = store.errorReason().isEmpty() ? "" : ": " + store.errorReason();
    throw new CommandFailed(
        "Store " + store.id() + " is " + store.status() + why,
        store.remedy().isEmpty()
            ? "`./uruimi store events " + store.id() + "` tells more."
            : store.remedy());
  }

  /** Where the stream was left. */
  private static final class Place {
    private @Nullable String last;
  }
}
