package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images that cannot be had: said at once when it cannot pass, else after a grace. */
final class ImagePulls implements SymptomTable.Sign {

  private static final Set<String> FINAL =
      Set.of("ErrImageNeverPull", "InvalidImageName", "ImageInspectError");
  private static final Set<String> PASSING =
      Set.of("ErrImagePull", "ImagePullBackOff", "RegistryUnavailable");

  /** What registries and container runtimes say when asking again does not help. */
  private static final Pattern HOPELESS =
      Pattern.compile(
          ": not found|manifest unknown|name unknown|does not exist|no such image"
              + "|access denied|requested access|unauthorized|authorization failed"
              + "|insufficient_scope|403 Forbidden|401 Unauthorized",
          Pattern.CASE_INSENSITIVE);

  /** The kubelet's words around the runtime's. */
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^Back-off pulling image \"[^\"]*\"(: ErrImagePull)?(: )?"
              + "|^rpc error: code = \\w+ desc = |failed to (pull and unpack|resolve) (image|reference)"
              + " \"[^\"]*\": ");

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    return observation.troubledPods().stream()
        .flatMap(pod -> pod.containers().stream())
        .flatMap(
            container ->
                container.state() instanceof Container.Waiting waiting
                    ? of(container, waiting, graces)
                    : Stream.empty());
  }

  private static Stream<Symptom> of(Container container, Container.Waiting waiting, Graces graces) {
    var isFinal = FINAL.contains(waiting.reason());
    if (!isFinal && !PASSING.contains(waiting.reason())) {
      return Stream.empty();
    }
    var said = waiting.message() == null ? "" : waiting.message();
    var key = "image/" + container.image();
    var reason =
        Reason.of(
            ReasonCode.IMAGE_PULL,
            Map.of("image", container.image(), "message", message(waiting.reason(), said)));
    return Stream.of(
        isFinal || HOPELESS.matcher(said).find()
            ? Symptom.atOnce(key, reason)
            : new Symptom(key, reason, null, graces.imagePull()));
  }

  private static String message(String reason, String said) {
    var core = said;
    for (var matcher = WRAPPING.matcher(core); matcher.find(); matcher = WRAPPING.matcher(core)) {
      core = core.substring(0, matcher.start()) + core.substring(matcher.end());
    }
    return core.isBlank() ? reason : Masking.mask(core);
  }
}
