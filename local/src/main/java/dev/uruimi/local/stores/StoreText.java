package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.Elapsed;
import dev.uruimi.local.terminal.Table;
import dev.uruimi.local.terminal.Terminal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Stores as people read them. */
final class StoreText {

  private StoreText() {}

  /** One store in full. */
  static List<String> of(Store store, Terminal terminal) {
    var table = new Table();
    table.row("id", store.id());
    table.row("name", Terminal.harmless(store.name()));
    table.row("engine", store.engine());
    table.row("plan", store.plan());
    table.row("owner", Terminal.harmless(store.owner()));
    table.row("status", store.status());
    if (!store.errorReason().isEmpty()) {
      table.row("reason", Terminal.harmless(store.errorReason()));
    }
    if (!store.remedy().isEmpty()) {
      table.row("what to do", Terminal.harmless(store.remedy()));
    }
    store.urls().forEach(table::row);
    table.row("created", store.created().truncatedTo(ChronoUnit.SECONDS).toString());
    store.readyAfter().ifPresent(after -> table.row("ready after", Elapsed.text(after)));
    return new ArrayList<>(table.lines());
  }

  /** Many stores, a line each. */
  static List<String> of(List<Store> stores, Terminal terminal) {
    if (stores.isEmpty()) {
      return List.of("No stores yet. `./uruimi store create NAME` makes one.");
    }
    var table = new Table().row("ID", "STATUS", "ENGINE", "SHOP", "NAME");
    for (var store : stores) {
      table.row(
          store.id(),
          store.status(),
          store.engine(),
          store.urls().getOrDefault("shop", ""),
          Terminal.harmless(store.name()));
    }
    return table.lines();
  }

  /** What happened to a store. */
  static List<String> events(Store store) {
    var table = new Table();
    store.timeline().forEach(happening -> table.row(cells(happening)));
    return table.lines();
  }

  /** One thing that happened. */
  static String event(Store.Happening happening) {
    return String.join("  ", cells(happening)).strip();
  }

  private static String[] cells(Store.Happening happening) {
    return new String[] {
      happening.at().truncatedTo(ChronoUnit.MILLIS).toString(),
      happening.step(),
      happening.took().map(Elapsed::text).orElse(""),
      Terminal.harmless(happening.detail())
    };
  }
}
