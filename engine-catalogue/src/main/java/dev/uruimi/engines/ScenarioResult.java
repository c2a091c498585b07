package dev.uruimi.engines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What running a scenario gave. */
public sealed interface ScenarioResult {

  /** Every step was answered as expected; what was captured, inputs included. */
  record Passed(Map<String, String> captured) implements ScenarioResult {}

  /**
   * A step was not answered as expected.
   *
   * @param step its name
   * @param request its method and path, places not filled
   * @param message what came instead; never a body, which may hold customers' data
   * @param answer what was answered; null when nothing was
   */
  record Failed(String step, String request, String message, @Nullable Answer answer)
      implements ScenarioResult {}

  /**
   * An answer that was not as expected. The text form leaves the body out.
   *
   * @param body its first {@value #LONGEST_BODY} characters; it may hold secrets and customers'
   *     data
   */
  record Answer(int status, String body) {

    /** More than anybody shows, so that what is hidden in it is whole when it is looked for. */
    static final int LONGEST_BODY = 4096;

    static Answer of(int status, String body) {
      return new Answer(status, body.substring(0, Math.min(body.length(), LONGEST_BODY)));
    }

    @Override
    public String toString() {
      return "Answer[status=" + status + "]";
    }
  }
}
