package dev.uruimi.provisioner.blueprint;

import dev.uruimi.engines.ValueTrees;
import dev.uruimi.helm.Installation;
import dev.uruimi.provisioner.decide.NextAct;
import java.nio.file.Path;
import java.util.List;

/** What Helm is given for a store. */
public final class Installations {

  private Installations() {}

  /**
   * The store's installation: the engine's values file, over it what the store chose, over that the
   * engine's values and the plan's, so that no choice overrides what is ours. Only the engine's own
   * texts have places; a merchant's text is taken as it is.
   */
  public static Installation of(Blueprint blueprint, int attempt) {
    var engine = blueprint.engine();
    var ours = ValueTrees.overlay(engine.values(), blueprint.plan().values());
    var values = ValueTrees.overlay(blueprint.store().values(), blueprint.places().fill(ours));
    var file = engine.valuesFile();
    return new Installation(
        blueprint.namespace(),
        blueprint.namespace(),
        engine.chart(),
        file == null ? List.<Path>of() : List.of(file),
        values,
        NextAct.mark(attempt));
  }
}
