package dev.uruimi.local.stores;

import java.net.URI;
import java.time.Instant;

/**
 * Logs one browser in, once.
 *
 * @param address secret until it was opened
 */
public record LogInLink(URI address, Instant expiresAt) {

  /** Never the address. */
  @Override
  public String toString() {
    return "LogInLink[expiresAt=" + expiresAt + "]";
  }
}
