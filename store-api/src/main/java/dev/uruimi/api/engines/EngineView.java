package dev.uruimi.api.engines;

import dev.uruimi.engines.Engine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** An engine as clients see it. */
@Schema(name = "Engine")
record EngineView(
    @Schema(example = "medusa") String name,
    String title,
    String description,
    @Schema(description = "version of the engine's chart; pinned in new stores") String version,
    @Schema(description = "the sizes, by name") Map<String, PlanView> plans,
    List<Engine.Endpoint> endpoints,
    @Schema(description = "how long an attempt may stand still before it fails")
        long deadlineMillis) {

  /** A size. */
  @Schema(name = "Plan")
  record PlanView(
      String title,
      String description,
      @Schema(description = "hard limits of the store's namespace") Map<String, String> quota) {}

  static EngineView of(Engine engine) {
    var plans = new java.util.LinkedHashMap<String, PlanView>();
    engine
        .plans()
        .forEach(
            (name, plan) ->
                plans.put(name, new PlanView(plan.title(), plan.description(), plan.quota())));
    return new EngineView(
        engine.name(),
        engine.title(),
        engine.description(),
        engine.chartVersion(),
        plans,
        engine.endpoints(),
        engine.deadline().toMillis());
  }
}
