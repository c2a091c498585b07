package dev.uruimi.cleanup.sweep;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a finding is about. */
enum Kind {
  NAMESPACE,
  RELEASE,
  VOLUME,
  EVIDENCE,
  /** A store that was ready and has no namespace. */
  RECORD;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
