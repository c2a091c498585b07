package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The steps of a provision, in the order in which they are taken. */
public enum Step {
  @JsonProperty("namespace")
  NAMESPACE,
  @JsonProperty("guardrails")
  GUARDRAILS,
  @JsonProperty("secrets")
  SECRETS,
  @JsonProperty("chart")
  CHART;

  /** The name used in JSON and in event ids: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
