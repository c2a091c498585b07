package dev.uruimi.watcher.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about an installed store at one moment.
 *
 * @param at the moment
 * @param namespace of the store; its name is the release's, too
 * @param phase whether this revision was ever ready
 * @param namespaceExists whether the namespace is there and not being deleted
 * @param warnings Warning events about objects of the namespace
 * @param probe the last probe that is still worth something, or null
 * @param noticed when each symptom that is still there was first noticed, by {@link Symptom#key()}
 */
public record Observation(
    Instant at,
    String namespace,
    Phase phase,
    boolean namespaceExists,
    List<Workload> workloads,
    List<SetupJob> jobs,
    List<Pod> pods,
    List<VolumeClaim> claims,
    List<Warning> warnings,
    @Nullable Probe probe,
    Map<String, Instant> noticed) {

  /** How far this revision of the store ever came. */
  public enum Phase {
    /** It was never ready. */
    STARTING,
    /** It was ready before. */
    RUNNING
  }

  /** The same with what is remembered about it. */
  public Observation with(@Nullable Probe probe, Map<String, Instant> noticed) {
    return new Observation(
        at,
        namespace,
        phase,
        namespaceExists,
        workloads,
        jobs,
        pods,
        claims,
        warnings,
        probe,
        Map.copyOf(noticed));
  }

  /** Whether the pods are as they should be, so that it is the shop's turn to answer. */
  public boolean podsReady() {
    return namespaceExists
        && !workloads.isEmpty()
        && workloads.stream().allMatch(this::isFine)
        && (phase == Phase.RUNNING || jobs.stream().noneMatch(SetupJob::failed));
  }

  boolean starting() {
    return phase == Phase.STARTING;
  }

  /** A revision that was ready may be rolled out anew as long as it keeps its replicas. */
  boolean isFine(Workload workload) {
    return workload.available() && (phase == Phase.RUNNING || workload.isRolledOut());
  }

  /** Pods whose trouble matters: not ready, and of something that is not as it should be. */
  List<Pod> troubledPods() {
    var troubled = !workloads.stream().allMatch(this::isFine);
    return pods.stream()
        .filter(pod -> !pod.ready())
        .filter(pod -> pod.jobName() == null ? troubled : starting() && unfinished(pod.jobName()))
        .toList();
  }

  private boolean unfinished(String job) {
    return jobs.stream().noneMatch(found -> found.name().equals(job) && found.complete());
  }

  /** The latest Warning of one of these reasons about an object, or null. */
  @Nullable Warning warning(String kind, String name, String... reasons) {
    return warnings.stream()
        .filter(warning -> warning.kind().equals(kind) && warning.name().equals(name))
        .filter(warning -> List.of(reasons).contains(warning.reason()))
        .max(java.util.Comparator.comparing(Warning::last))
        .orElse(null);
  }
}
