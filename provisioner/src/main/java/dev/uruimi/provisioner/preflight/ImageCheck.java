package dev.uruimi.provisioner.preflight;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Images of {@code localhost/}, which no registry has: they must lie on a node. A kubelet reports
 * them late and at most fifty, so an image counts as missing only where every list is whole and
 * when it was missing for a while; images of registries are not known to anybody here.
 */
final class ImageCheck {

  /** A kubelet looks at its images every 30 s and reports every 10 s. */
  private static final Duration REPORTED = Duration.ofSeconds(60);

  private final Clock clock;
  private final Map<String, Instant> missingSince = new ConcurrentHashMap<>();

  ImageCheck(Clock clock) {
    this.clock = clock;
  }

  List<Reason> of(Demand demand, List<Room> rooms) {
    return demand.pods().stream()
        .flatMap(pods -> local(pods.spec()).filter(image -> isMissing(image, pods.spec(), rooms)))
        .distinct()
        .map(
            image ->
                Reason.of(
                    ReasonCode.IMAGE_PULL,
                    Map.of("image", image, "message", "no node has it and no registry does")))
        .toList();
  }

  private boolean isMissing(String image, PodSpec pod, List<Room> rooms) {
    var lists = rooms.stream().filter(room -> room.admits(pod)).map(Room::images).toList();
    var simulated = rooms.stream().filter(room -> room.admits(pod)).anyMatch(Room::isSimulated);
    var known = !lists.isEmpty() && !simulated && lists.stream().allMatch(Objects::nonNull);
    if (!known || lists.stream().anyMatch(list -> list != null && list.contains(image))) {
      missingSince.remove(image);
      return false;
    }
    var now = clock.instant();
    return !missingSince.computeIfAbsent(image, _ -> now).plus(REPORTED).isAfter(now);
  }

  private static Stream<String> local(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
        .map(Container::getImage)
        .filter(image -> image != null && image.startsWith("localhost/"))
        .map(image -> image.contains("@") || image.contains(":") ? image : image + ":latest");
  }
}
