package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A shop that does not answer as it should though its pods are ready. */
final class Silence implements SymptomTable.Sign {

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    var probe = observation.probe();
    if (probe == null || probe.passed()) {
      return Stream.empty();
    }
    if (!observation.starting() && probe.failures() < graces.probeFailures()) {
      return Stream.empty();
    }
    var reason =
        Reason.of(
            ReasonCode.SHOP_NOT_ANSWERING,
            Map.of(
                "step", Objects.requireNonNullElse(probe.step(), "?"),
                "message", Masking.mask(Objects.requireNonNullElse(probe.message(), "no answer"))));
    var grace = observation.starting() ? graces.shopStarting() : Duration.ZERO;
    return Stream.of(new Symptom("silence", reason, null, grace));
  }
}
