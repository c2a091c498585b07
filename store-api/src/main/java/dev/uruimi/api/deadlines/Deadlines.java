package dev.uruimi.api.deadlines;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.stores.StoreCommands;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.Traceparent;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says that a store failed when nobody moved it within its engine's time. */
@Component
class Deadlines {

  private static final Logger log = LoggerFactory.getLogger(Deadlines.class);
  private static final int BATCH = 500;

  private final Stores stores;
  private final StoreCommands commands;
  private final EngineCatalogue catalogue;
  private final Clock clock;
  private final DeadlineProperties properties;
  private boolean away;

  Deadlines(
      Stores stores,
      StoreCommands commands,
      EngineCatalogue catalogue,
      Clock clock,
      DeadlineProperties properties) {
    this.stores = stores;
    this.commands = commands;
    this.catalogue = catalogue;
    this.clock = clock;
    this.properties = properties;
  }

  @Scheduled(fixedDelayString = "${uruimi.deadlines.interval}")
  void check() {
    try {
      expireOverdue();
      away = false;
    } catch (RuntimeException e) {
      if (!away) {
        away = true;
        log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("deadlines are not checked now");
      }
    }
  }

  private void expireOverdue() {
    for (var id : stores.notMovedSince(clock.instant().minus(shortest()), BATCH)) {
      stores.findById(id).ifPresent(row -> expire(row.current()));
    }
  }

  private void expire(Store store) {
    var deadline =
        catalogue
            .find(store.specification().engine())
            .map(Engine::deadline)
            .orElse(properties.fallback());
    var now = clock.instant();
    var queueMovedAt =
        stores.queueMovedAfter(now.minus(deadline), store.state().attempt().requestedAt());
    var command = new Command.Expire(now, deadline, queueMovedAt);
    commands.handle(store.id(), command, Traceparent.of(null));
  }

  private Duration shortest() {
    return Stream.concat(
            catalogue.all().stream().map(Engine::deadline), Stream.of(properties.fallback()))
        .min(Duration::compareTo)
        .orElseThrow();
  }
}
