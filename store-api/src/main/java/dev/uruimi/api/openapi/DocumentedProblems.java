package dev.uruimi.api.openapi;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which problems each operation may answer with, and when. */
final class DocumentedProblems {

  /** Reading operations whose parameters are checked. */
  private static final List<String> WITH_PARAMETERS =
      List.of(
          "/stores",
          "/dead-letters",
          "/platform/failures",
          "/platform/provision-times",
          "/webhooks/{id}/deliveries");

  private DocumentedProblems() {}

  /** Descriptions by status. */
  static Map<String, String> of(String path, HttpMethod method) {
    var answers = new LinkedHashMap<String, String>();
    answers.put("400", "malformed request");
    answers.put("401", isLogIn(path) ? "the link does not count" : "not logged in");
    answers.put("403", isLink(path) ? "foreign Origin, or without the token" : "foreign Origin");
    if (path.contains("{id}")) {
      answers.put("404", noSuch(path));
    }
    if (path.contains("{name}")) {
      answers.put("404", "no such engine, or it has no picture");
    }
    answers.put("406", "no such media type");
    if (method != HttpMethod.GET) {
      ofWrites(path, answers);
    } else if (WITH_PARAMETERS.contains(path)) {
      answers.put("422", "parameters that are not valid");
    } else if (path.endsWith("/credentials")) {
      answers.put("409", "no credentials yet, or no longer");
    }
    answers.put("421", "foreign Host");
    answers.put("500", "something went wrong here");
    answers.put("503", unavailable(path));
    return answers;
  }

  private static void ofWrites(String path, Map<String, String> answers) {
    if (isDeadLetter(path)) {
      answers.put("409", "already handled, or not from the log of stores");
      answers.put("422", "a note that is not valid");
    } else if (isLogIn(path)) {
      answers.put("422", "fields that are not valid");
    } else if (path.startsWith("/log-")) {
      // neither has a body
      return;
    } else if (path.startsWith("/platform/")) {
      answers.put("409", "one runs already");
    } else if (path.equals("/webhooks")) {
      answers.put("409", "too many webhooks");
      answers.put("422", "fields that are not valid");
    } else if (isWebhook(path)) {
      answers.put("409", "disabled, or being delivered");
    } else {
      answers.put("409", "not in this state, or the first request of the key is in flight");
      answers.put("422", "fields that are not valid, or a key used with another body");
    }
    if (isConditional(path)) {
      answers.put("412", "the store is no longer as If-Match knows it");
    }
    answers.put("413", "body too large");
    answers.put("415", "another media type than JSON");
  }

  private static String noSuch(String path) {
    if (isWebhook(path)) {
      return "no such webhook or delivery";
    }
    return isDeadLetter(path) ? "no such dead letter" : "no such store";
  }

  private static String unavailable(String path) {
    if (path.equals("/webhooks")) {
      return "webhooks are not set up, or the database is unavailable";
    }
    if (isDeadLetter(path)) {
      return "broker or database unavailable; try again";
    }
    if (path.startsWith("/platform/orphans")) {
      return "cleanup or database unavailable; try again";
    }
    if (path.endsWith("/workloads") || path.endsWith("/evidence")) {
      return "readiness-watcher or database unavailable; try again";
    }
    return "database, cluster or streams unavailable; try again";
  }

  private static boolean isLogIn(String path) {
    return path.equals("/log-in");
  }

  private static boolean isLink(String path) {
    return path.equals("/log-in/links");
  }

  private static boolean isConditional(String path) {
    return path.equals("/stores/{id}") || path.equals("/stores/{id}/retry");
  }

  private static boolean isDeadLetter(String path) {
    return path.startsWith("/dead-letters");
  }

  private static boolean isWebhook(String path) {
    return path.startsWith("/webhooks");
  }
}
