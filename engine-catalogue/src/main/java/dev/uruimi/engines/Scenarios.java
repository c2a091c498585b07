package dev.uruimi.engines;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios of an engine's file. */
final class Scenarios {

  private Scenarios() {}

  /**
   * The steps, with nothing where the file says nothing.
   *
   * @throws BadFieldException naming what is missing or too much
   */
  static List<ScenarioStep> checked(Field field, @Nullable List<@Nullable ScenarioStep> steps) {
    return Lists.checked(field, steps, Scenarios::step);
  }

  private static ScenarioStep step(Field here, ScenarioStep step) {
    var at = here.to("request");
    var request = at.need(step.request());
    var expect = here.to("expect").need(step.expect());
    Map<String, String> form = orEmpty(request.form());
    if (request.json() != null && !form.isEmpty()) {
      throw at.bad("has json and form");
    }
    return new ScenarioStep(
        here.to("name").need(step.name()),
        new ScenarioStep.Request(
            at.to("method").need(request.method()),
            at.to("path").need(request.path()),
            orEmpty(request.headers()),
            request.json(),
            form),
        new ScenarioStep.Expectation(
            expect.status() == null ? List.of() : expect.status(),
            orEmpty(expect.json()),
            expect.contains()),
        orEmpty(step.capture()));
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }
}
