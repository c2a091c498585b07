package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.stream.Stream;

/** Set-up jobs that gave up. */
final class SetupJobs implements SymptomTable.Sign {

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    return observation.jobs().stream()
        .filter(job -> observation.starting() && job.failed())
        .map(SetupJobs::of);
  }

  private static Symptom of(SetupJob job) {
    var message = job.refusal() == null ? "it gave up" : Masking.mask(job.refusal());
    return Symptom.atOnce(
        "setup/" + job.name(),
        Reason.of(ReasonCode.SETUP_FAILED, Map.of("job", job.name(), "message", message)));
  }
}
