package dev.uruimi.helm;

import org.jspecify.annotations.Nullable;

/** State of a release. */
public sealed interface ReleaseState {

  /** Helm knows no such release. */
  record Absent() implements ReleaseState {}

  /**
   * The newest revision.
   *
   * @param revision from 1
   * @param description as given with the installation when deployed, else Helm's own words
   */
  record Present(Status status, int revision, String description) implements ReleaseState {}

  /** Helm's statuses of a revision. */
  enum Status {
    DEPLOYED,
    FAILED,
    SUPERSEDED,
    PENDING_INSTALL,
    PENDING_UPGRADE,
    PENDING_ROLLBACK,
    UNINSTALLING,
    UNINSTALLED,
    UNKNOWN;

    /** Whether Helm has finished with the revision, well or badly. */
    public boolean finished() {
      return switch (this) {
        case DEPLOYED, FAILED, SUPERSEDED -> true;
        case PENDING_INSTALL, PENDING_UPGRADE, PENDING_ROLLBACK -> false;
        case UNINSTALLING, UNINSTALLED, UNKNOWN -> false;
      };
    }

    static Status of(@Nullable String helms) {
      for (var status : values()) {
        if (status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(helms)) {
          return status;
        }
      }
      return UNKNOWN;
    }
  }
}
