package dev.uruimi.api.rebuild;

import java.util.Locale;

/** What is done with the projection. */
enum RunKind {
  REBUILD,
  CHECK;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
