package dev.uruimi.watcher.diagnosis;

import dev.uruimi.watcher.diagnosis.Container.Ended;
import dev.uruimi.watcher.diagnosis.Container.Running;
import dev.uruimi.watcher.diagnosis.Container.State;
import dev.uruimi.watcher.diagnosis.Container.Waiting;
import dev.uruimi.watcher.diagnosis.Observation.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a test says is seen of a store: at first, one Deployment whose only pod is starting. */
public final class Seen {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Graces GRACES =
      new Graces(
          Duration.ofSeconds(10),
          Duration.ofSeconds(45),
          Duration.ofSeconds(10),
          Duration.ofSeconds(45),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(45),
          Duration.ofSeconds(15),
          Duration.ofMinutes(3),
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          3);

  private Phase phase = Phase.STARTING;
  private boolean namespace = true;
  private final List<Workload> workloads = new ArrayList<>();
  private final List<SetupJob> jobs = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();
  private final List<VolumeClaim> claims = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private @Nullable Probe probe;

  public static Seen store() {
    var seen = new Seen();
    seen.workloads.add(workload(0, null));
    return seen;
  }

  static Workload workload(int ready, @Nullable String refusal) {
    var existing = refusal == null ? 1 : 0;
    return new Workload("Deployment", "shop", 1, existing, existing, ready, true, refusal);
  }

  public Seen thatWasReady() {
    phase = Phase.RUNNING;
    return this;
  }

  public Seen without(String what) {
    if (what.equals("namespace")) {
      namespace = false;
    }
    workloads.clear();
    return this;
  }

  public Seen with(Workload workload) {
    workloads.clear();
    workloads.add(workload);
    return this;
  }

  public Seen with(SetupJob job) {
    jobs.add(job);
    return this;
  }

  public Seen with(VolumeClaim claim) {
    claims.add(claim);
    return this;
  }

  public Seen with(Pod pod) {
    pods.add(pod);
    return this;
  }

  public Seen warning(String kind, String name, String reason, String message) {
    warnings.add(new Warning(kind, name, reason, message, NOW, NOW));
    return this;
  }

  public Seen refusing(String message) {
    return with(workload(0, message));
  }

  public Seen withReadyPods() {
    pods.add(new Pod("shop-1", "uid-1", null, true, null, List.of()));
    return with(workload(1, null));
  }

  public Seen probed(Probe probe) {
    this.probe = probe;
    return this;
  }

  /** Its pod has this container. */
  public Seen with(Container container) {
    pods.add(new Pod("shop-1", "uid-1", null, false, null, List.of(container)));
    return this;
  }

  public Seen waiting(String reason, @Nullable String message) {
    return with(container(new Waiting(reason, message), 0, null));
  }

  public Seen unschedulable(String message, Duration ago) {
    var unschedulable = new Pod.Unschedulable(message, NOW.minus(ago));
    pods.add(new Pod("shop-1", "uid-1", null, false, unschedulable, List.of()));
    return this;
  }

  public static Container container(State state, int restarts, @Nullable Ended last) {
    return new Container("api", "localhost/shop:1", false, false, state, restarts, last);
  }

  static Container crashed(int ends, int exitCode, String reason, @Nullable String log) {
    var end = end(exitCode, reason, log);
    return container(new Waiting("CrashLoopBackOff", "back-off 10s"), ends - 1, end);
  }

  static Container runningAfter(int ends, Ended last) {
    return container(new Running(), ends, last);
  }

  static Ended end(int exitCode, String reason, @Nullable String log) {
    return new Ended(
        exitCode,
        reason,
        NOW.minusSeconds(5),
        log == null ? null : CrashCause.in(log).orElse(null));
  }

  public Observation now() {
    return new Observation(
        NOW,
        "store-abc",
        phase,
        namespace,
        workloads,
        jobs,
        pods,
        claims,
        warnings,
        probe,
        Map.of());
  }

  /** The same, everything in it noticed that long ago. */
  Observation after(Duration duration) {
    var first = now();
    var noticed =
        Diagnosis.of(first, GRACES).symptoms().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    UnaryOperator.identity(), _ -> NOW.minus(duration)));
    return first.with(probe, noticed);
  }
}
