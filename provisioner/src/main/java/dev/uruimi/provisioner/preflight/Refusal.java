package dev.uruimi.provisioner.preflight;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;

/**
 * Why a store would surely fail.
 *
 * @param code of the catalogue of reasons
 */
public record Refusal(String code, Map<String, String> parameters, String sentence, String remedy) {

  static Refusal of(Reason reason) {
    return new Refusal(
        reason.code(),
        reason.parameters(),
        reason.sentence(),
        reason.known().map(ReasonCode::remedy).orElse(""));
  }
}
