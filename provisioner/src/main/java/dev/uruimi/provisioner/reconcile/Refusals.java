package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.helm.HelmException;
import dev.uruimi.helm.HelmFailure;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells failures that a repeat won't help from those that pass. */
final class Refusals {

  /** {@code deployments.apps "shop" is forbidden}, {@code Service "Shop" is invalid}. */
  private static final Pattern OBJECT =
      Pattern.compile("([A-Za-z][\\w.]* \"[^\"]+\") is (?:forbidden|invalid)");

  private static final Pattern PASSING =
      Pattern.compile("being terminated|status unknown for quota");

  private Refusals() {}

  /** Why the attempt has to be given up, or empty when trying again helps. */
  static Optional<Reason> reason(RuntimeException failure) {
    return switch (failure) {
      case HelmException e -> ofHelm(e);
      case KubernetesClientException e -> ofKubernetes(e);
      default -> Optional.empty();
    };
  }

  /** Whether the failure may pass all the same. */
  static boolean isUnexplained(RuntimeException failure) {
    return failure instanceof HelmException e
        && (e.failure() == HelmFailure.OTHER || e.failure() == HelmFailure.TIMED_OUT);
  }

  private static Optional<Reason> ofHelm(HelmException e) {
    var message = String.valueOf(e.getMessage());
    return switch (e.failure()) {
      case CHART_INVALID -> reason(ReasonCode.CHART_INVALID, message);
      case QUOTA_EXCEEDED -> reason(ReasonCode.QUOTA_EXCEEDED, message);
      case REFUSED -> refused(message);
      case OTHER, TIMED_OUT -> reason(ReasonCode.HELM_FAILED, message);
      case UNREACHABLE, WORKER_LOST, STATE_CHANGED -> Optional.empty();
    };
  }

  private static Optional<Reason> ofKubernetes(KubernetesClientException e) {
    var message = String.valueOf(e.getMessage());
    var refused = e.getCode() == 400 || e.getCode() == 403 || e.getCode() == 422;
    if (!refused || PASSING.matcher(message).find()) {
      return Optional.empty();
    }
    return message.contains("exceeded quota")
        ? reason(ReasonCode.QUOTA_EXCEEDED, message)
        : refused(message);
  }

  private static Optional<Reason> refused(String message) {
    var match = OBJECT.matcher(message);
    var object = match.find() ? match.group(1) : "an object of the store";
    return Optional.of(
        Reason.of(ReasonCode.ADMISSION_REFUSED, Map.of("object", object, "message", message)));
  }

  private static Optional<Reason> reason(ReasonCode code, String message) {
    return Optional.of(Reason.of(code, Map.of("message", message)));
  }
}
