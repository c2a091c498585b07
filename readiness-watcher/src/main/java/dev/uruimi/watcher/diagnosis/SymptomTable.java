package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one table of what can be wrong with a store, in the order of telling: what explains the rest
 * comes first.
 */
final class SymptomTable {

  private static final List<Sign> SIGNS =
      List.of(
          new Refusals(),
          new ImagePulls(),
          new UnboundVolumes(),
          new Placement(),
          new Crashes(),
          new SetupJobs(),
          new StuckContainers(),
          new PodsNotReady());

  private SymptomTable() {}

  static List<Symptom> of(Observation observation, Graces graces) {
    if (!observation.namespaceExists()) {
      return List.of(missing(ReasonCode.NAMESPACE_MISSING, "namespace", observation, graces));
    }
    if (observation.workloads().isEmpty()) {
      return List.of(missing(ReasonCode.RELEASE_MISSING, "release", observation, graces));
    }
    return observation.podsReady()
        ? new Silence().in(observation, graces).toList()
        : SIGNS.stream().flatMap(sign -> sign.in(observation, graces)).toList();
  }

  private static Symptom missing(
      ReasonCode code, String parameter, Observation observation, Graces graces) {
    var reason = Reason.of(code, Map.of(parameter, observation.namespace()));
    return new Symptom("missing/" + parameter, reason, null, graces.missing());
  }

  /** A kind of trouble and how it shows. */
  interface Sign {
    Stream<Symptom> in(Observation observation, Graces graces);
  }
}
