package dev.uruimi.api.replays;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.stores.RetryView;
import org.jspecify.annotations.Nullable;

/** Tries again what failed. */
record Retrial() implements Asking {

  @Override
  public Command command() {
    return new Command.Retry();
  }

  @Override
  public @Nullable String refusal(Store store) {
    var retry = RetryView.of(store);
    return retry.allowed() ? null : retry.does();
  }

  @Override
  public String does(Store store) {
    return RetryView.of(store).does();
  }
}
