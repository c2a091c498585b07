package dev.uruimi.watcher.evidence;

import dev.uruimi.watcher.cluster.ContainerLogs;
import dev.uruimi.watcher.cluster.Reads;
import dev.uruimi.watcher.evidence.Capture.LogExcerpt;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of a store's containers, those in trouble first; of one that crashed, the lines of
 * the run that ended.
 */
final class LogReading {

  private static final int CONTAINERS = 8;
  private static final int LINES = 50;
  private static final int LONGEST_LINE = 500;
  private static final Duration LIMIT = Duration.ofSeconds(6);

  private final ContainerLogs logs;

  LogReading(ContainerLogs logs) {
    this.logs = logs;
  }

  /** The masked logs of the pods' containers. */
  List<LogExcerpt> of(String namespace, Collection<Pod> pods, Mask mask) {
    try (var reads = Reads.within(LIMIT)) {
      var begun = new ArrayList<Supplier<LogExcerpt>>();
      for (var place : places(pods)) {
        var read = reads.start(() -> read(namespace, place));
        begun.add(() -> finished(place, read, mask));
      }
      return begun.stream().map(Supplier::get).filter(log -> !log.lines().isEmpty()).toList();
    }
  }

  private List<String> read(String namespace, Place place) {
    return logs.lastLines(namespace, place.pod, place.container, place.previous, LINES);
  }

  private static LogExcerpt finished(Place place, Supplier<List<String>> read, Mask mask) {
    List<String> lines;
    try {
      lines = read.get().stream().map(line -> mask.hide(line, LONGEST_LINE)).toList();
    } catch (Reads.UnreadableException e) {
      lines = List.of("(The log could not be read: " + e.getMessage() + ")");
    }
    return new LogExcerpt(place.pod, place.container, place.previous, lines);
  }

  private static List<Place> places(Collection<Pod> pods) {
    return pods.stream()
        .filter(pod -> pod.getStatus() != null)
        .flatMap(
            pod ->
                Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                    .filter(LogReading::everRan)
                    .map(status -> place(pod, status)))
        .sorted(Comparator.comparingInt(Place::rank).thenComparing(Place::pod))
        .limit(CONTAINERS)
        .toList();
  }

  private static boolean everRan(ContainerStatus status) {
    var state = status.getState();
    return last(status) != null
        || state != null && (state.getRunning() != null || state.getTerminated() != null);
  }

  private static Place place(Pod pod, ContainerStatus status) {
    var ended = status.getState() == null ? null : status.getState().getTerminated();
    var ready = Boolean.TRUE.equals(status.getReady());
    var previous = ended == null && !ready && last(status) != null;
    var rank = previous || failed(ended) ? 0 : ended != null ? 3 : ready ? 2 : 1;
    return new Place(pod.getMetadata().getName(), status.getName(), previous, rank);
  }

  private static boolean failed(@Nullable ContainerStateTerminated ended) {
    return ended != null && ended.getExitCode() != null && ended.getExitCode() != 0;
  }

  private static @Nullable ContainerStateTerminated last(ContainerStatus status) {
    return status.getLastState() == null ? null : status.getLastState().getTerminated();
  }

  /**
   * Where a log is.
   *
   * @param rank 0 crashed, 1 not ready, 2 ready, 3 ended well
   */
  private record Place(String pod, String container, boolean previous, int rank) {}
}
