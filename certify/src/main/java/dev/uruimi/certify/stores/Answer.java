package dev.uruimi.certify.stores;

import tools.jackson.databind.JsonNode;

/** What the store API answered. */
record Answer(int status, JsonNode body) {

  boolean accepted() {
    return status == 202;
  }

  /** Whether asking again can change it: it was not done, and not refused either. */
  boolean again() {
    return status >= 500 || status == 429 || problem().endsWith("request-in-flight");
  }

  String problem() {
    return body.path("type").asString("");
  }
}
