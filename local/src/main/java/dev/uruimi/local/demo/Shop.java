package dev.uruimi.local.demo;

import dev.uruimi.local.stores.Credentials;
import dev.uruimi.local.stores.Store;
import dev.uruimi.local.terminal.Table;
import java.util.List;

/** What a person needs to know of the shop that was made. */
public record Shop(Store store, Credentials credentials, String order) {

  public List<String> lines() {
    var urls = store.urls();
    return new Table()
        .row("shop", urls.getOrDefault("shop", ""))
        .row("admin", urls.getOrDefault("admin", ""))
        .row("  user", credentials.username())
        .row("  password", credentials.password())
        .row("order", "no. " + order + ", placed as a customer, seen as the merchant")
        .row("store", store.id())
        .lines();
  }
}
