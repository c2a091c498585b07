package dev.uruimi.local.download;

import java.util.Locale;
import java.util.Map;

/** Whether official binaries are downloaded: {@code URUIMI_DOWNLOADS}. */
public enum DownloadPolicy {
  /** Where the publisher answers; else what can be compiled is compiled. */
  AUTO,
  /** Never compiled: without the publisher's answer nothing is built. */
  ALWAYS,
  /** Never downloaded. */
  NEVER;

  static final String SETTING = "URUIMI_DOWNLOADS";

  /**
   * The one the environment names, else {@link #AUTO}.
   *
   * @throws IllegalArgumentException for any other word
   */
  static DownloadPolicy of(Map<String, String> environment) {
    var named = environment.getOrDefault(SETTING, "").strip();
    for (var policy : values()) {
      if (policy.name().toLowerCase(Locale.ROOT).equals(named)) {
        return policy;
      }
    }
    if (named.isEmpty()) {
      return AUTO;
    }
    throw new IllegalArgumentException(
        SETTING + " may be auto, always or never, not \"" + named + "\"");
  }
}
