package dev.uruimi.api.engines;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.Resources;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine as clients see it. */
@Schema(name = "Engine")
record EngineView(
    String name,
    String title,
    String description,
    @JsonProperty("default") @Schema(description = "the one where nobody names another")
        boolean preferred,
    @Schema(description = "path of a picture to show, an SVG") @Nullable String picture,
    @Schema(description = "version of the engine's chart; pinned in new stores") String version,
    @Schema(description = "the sizes, by name") Map<String, PlanView> plans,
    List<Engine.Endpoint> endpoints,
    @Schema(description = "how long an attempt may stand still before it fails")
        long deadlineMillis,
    @Schema(description = "JSON Schema of the values that a new store may choose")
        Map<String, Object> valuesSchema) {

  /** A size. */
  @Schema(name = "Plan")
  record PlanView(
      String title,
      String description,
      @Schema(description = "hard limits of the store's namespace") Map<String, String> quota,
      ResourcesView resources) {

    static PlanView of(Engine.Plan plan) {
      return new PlanView(
          plan.title(), plan.description(), plan.quota(), ResourcesView.of(plan.resources()));
    }
  }

  /** What a store of a size takes at most, by its quota; null where that says nothing. */
  @Schema(name = "Resources")
  record ResourcesView(
      @Schema(description = "thousandths of a core") @Nullable Long cpuMillis,
      @Nullable Long memoryBytes,
      @Nullable Long diskBytes) {

    static ResourcesView of(Resources resources) {
      return new ResourcesView(
          resources.cpuMillis(), resources.memoryBytes(), resources.diskBytes());
    }
  }

  static EngineView of(Engine engine) {
    var plans = new LinkedHashMap<String, PlanView>();
    engine.plans().forEach((name, plan) -> plans.put(name, PlanView.of(plan)));
    return new EngineView(
        engine.name(),
        engine.title(),
        engine.description(),
        engine.preferred(),
        engine.picture() == null ? null : "/engines/" + engine.name() + "/picture",
        engine.chartVersion(),
        plans,
        engine.endpoints(),
        engine.deadline().toMillis(),
        engine.choices().schema());
  }
}
