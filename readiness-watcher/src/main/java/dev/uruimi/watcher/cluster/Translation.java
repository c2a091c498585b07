package dev.uruimi.watcher.cluster;

import dev.uruimi.watcher.diagnosis.SetupJob;
import dev.uruimi.watcher.diagnosis.VolumeClaim;
import dev.uruimi.watcher.diagnosis.Warning;
import dev.uruimi.watcher.diagnosis.Workload;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From Kubernetes' objects to facts; an object that is no fact of a store gives none. */
final class Translation {

  private static final String NODE_CHOSEN = "volume.kubernetes.io/selected-node";
  private static final int LONGEST_MESSAGE = 1000;

  private Translation() {}

  static Optional<Workload> workload(Deployment deployment) {
    var status = deployment.getStatus();
    if (status == null || isLeaving(deployment)) {
      return isLeaving(deployment) ? Optional.empty() : Optional.of(unseen(deployment));
    }
    var refusal =
        status.getConditions().stream()
            .filter(c -> "ReplicaFailure".equals(c.getType()) && "True".equals(c.getStatus()))
            .map(c -> shorten(c.getMessage()))
            .findFirst()
            .orElse(null);
    return Optional.of(
        new Workload(
            "Deployment",
            deployment.getMetadata().getName(),
            replicas(deployment.getSpec().getReplicas()),
            count(status.getReplicas()),
            count(status.getUpdatedReplicas()),
            count(status.getAvailableReplicas()),
            isCurrent(deployment, status.getObservedGeneration()),
            refusal));
  }

  private static Workload unseen(HasMetadata object) {
    return new Workload(object.getKind(), object.getMetadata().getName(), 1, 0, 0, 0, false, null);
  }

  static Optional<Workload> workload(StatefulSet set) {
    var status = set.getStatus();
    if (status == null || isLeaving(set)) {
      return isLeaving(set) ? Optional.empty() : Optional.of(unseen(set));
    }
    var rolledOut = Objects.equals(status.getCurrentRevision(), status.getUpdateRevision());
    return Optional.of(
        new Workload(
            "StatefulSet",
            set.getMetadata().getName(),
            replicas(set.getSpec().getReplicas()),
            count(status.getReplicas()),
            rolledOut ? count(status.getReplicas()) : count(status.getUpdatedReplicas()),
            count(status.getAvailableReplicas()),
            isCurrent(set, status.getObservedGeneration()),
            null));
  }

  static Optional<SetupJob> job(Job job) {
    var scheduled =
        job.getMetadata().getOwnerReferences().stream()
            .anyMatch(owner -> "CronJob".equals(owner.getKind()));
    if (scheduled || isTest(job) || isLeaving(job)) {
      return Optional.empty();
    }
    var failed = condition(job, "Failed");
    return Optional.of(
        new SetupJob(
            job.getMetadata().getName(),
            condition(job, "Complete").isPresent(),
            failed.isPresent(),
            failed.map(Translation::said).orElse(null)));
  }

  private static Optional<JobCondition> condition(Job job, String type) {
    return Stream.ofNullable(job.getStatus())
        .flatMap(status -> status.getConditions().stream())
        .filter(c -> type.equals(c.getType()) && "True".equals(c.getStatus()))
        .findFirst();
  }

  private static @Nullable String said(JobCondition condition) {
    return condition.getMessage() == null ? condition.getReason() : shorten(condition.getMessage());
  }

  static Optional<VolumeClaim> claim(PersistentVolumeClaim claim) {
    var metadata = claim.getMetadata();
    var phase = claim.getStatus() == null ? null : claim.getStatus().getPhase();
    return Optional.of(
        new VolumeClaim(
            metadata.getName(),
            "Bound".equals(phase),
            metadata.getAnnotations() != null && metadata.getAnnotations().containsKey(NODE_CHOSEN),
            time(metadata.getCreationTimestamp())));
  }

  static Optional<Warning> warning(Event event) {
    var object = event.getInvolvedObject();
    if (object == null || object.getName() == null || event.getReason() == null) {
      return Optional.empty();
    }
    var made =
        Objects.requireNonNullElse(time(event.getMetadata().getCreationTimestamp()), Instant.EPOCH);
    var first = Objects.requireNonNullElse(time(event.getFirstTimestamp()), made);
    var last = Objects.requireNonNullElse(time(event.getLastTimestamp()), first);
    return Optional.of(
        new Warning(
            Objects.requireNonNullElse(object.getKind(), ""),
            object.getName(),
            event.getReason(),
            shorten(Objects.requireNonNullElse(event.getMessage(), "")),
            first,
            last));
  }

  /** Whether it is a test of the chart, which says nothing about the shop. */
  static boolean isTest(HasMetadata object) {
    var annotations = object.getMetadata().getAnnotations();
    return annotations != null && annotations.getOrDefault("helm.sh/hook", "").startsWith("test");
  }

  static boolean isLeaving(HasMetadata object) {
    return object.getMetadata().getDeletionTimestamp() != null;
  }

  /** What the API server gives as a time, in seconds. */
  static @Nullable Instant time(@Nullable String text) {
    return text == null || text.isEmpty() ? null : Instant.parse(text);
  }

  static int count(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  static String shorten(@Nullable String message) {
    var text = message == null ? "" : message;
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
  }

  private static int replicas(@Nullable Integer wanted) {
    return wanted == null ? 1 : wanted;
  }

  private static boolean isCurrent(HasMetadata object, @Nullable Long seen) {
    var generation = object.getMetadata().getGeneration();
    return generation == null || seen != null && seen >= generation;
  }
}
