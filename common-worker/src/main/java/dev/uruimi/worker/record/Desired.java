package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a store is to be there. Absent is final: nothing resurrects a store. */
public enum Desired {
  @JsonProperty("present")
  PRESENT,
  @JsonProperty("absent")
  ABSENT
}
