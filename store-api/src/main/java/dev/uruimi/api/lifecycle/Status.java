package dev.uruimi.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a store is; outside names are lower case. */
public enum Status {
  REQUESTED,
  PROVISIONING,
  STARTING,
  READY,
  DEGRADED,
  FAILED,
  DELETING,
  DELETED,
  DELETE_FAILED;

  /** The name in the API: {@code delete_failed}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of this label. */
  public static Optional<Status> of(String label) {
    return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
  }
}
