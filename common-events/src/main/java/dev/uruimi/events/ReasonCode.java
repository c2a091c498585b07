package dev.uruimi.events;

/**
 * Why a store failed, degraded or cannot be deleted: the stable catalogue. The sentence is for
 * people and holds {@code {parameter}} places; the code is for programs and never changes its
 * meaning.
 */
public enum ReasonCode {
  IMAGE_PULL(
      "The image {image} cannot be pulled: {message}",
      true,
      "Check that the image exists and that the cluster may pull it, then retry."),
  CRASH_LOOP(
      "Container {container} of pod {pod} keeps crashing (exit code {exitCode}): {message}",
      true,
      "Read the container's log, correct the cause, then retry."),
  QUOTA_EXCEEDED(
      "The namespace's quota refuses a pod: {message}",
      true,
      "Choose a larger plan or correct the chart's requests, then retry."),
  ADMISSION_REFUSED(
      "The cluster refuses {object}: {message}",
      true,
      "Correct the chart or the cluster's policy, then retry."),
  UNSCHEDULABLE(
      "Pod {pod} fits on no node: {message}",
      true,
      "Free or add capacity; the store heals by itself."),
  VOLUME_UNBOUND(
      "Volume claim {claim} is not bound: {message}",
      true,
      "Check the storage class; the store heals by itself once the volume is there."),
  DATABASE_PASSWORD(
      "The shop cannot log in to its database: {message}",
      true,
      "The volume holds another password than the Secret; restore the Secret, then retry."),
  SETUP_FAILED(
      "Set-up job {job} failed: {message}",
      true,
      "Read the job's log, correct the cause, then retry."),
  OUT_OF_MEMORY(
      "Container {container} of pod {pod} ran out of memory",
      true,
      "Choose a larger plan, then retry."),
  PODS_NOT_READY(
      "{pods} is not ready: {message}", true, "Read the pod's events; retry if it stays so."),
  SHOP_NOT_ANSWERING(
      "The shop does not answer as it should at step \"{step}\": {message}",
      true,
      "Read the shop's log; the store heals by itself once it answers."),
  NAMESPACE_MISSING(
      "The namespace {namespace} was removed from outside",
      true,
      "Retry installs the store again."),
  RELEASE_MISSING(
      "The Helm release {release} was removed from outside",
      true,
      "Retry installs the store again."),
  HELM_FAILED(
      "Helm could not install the chart: {message}", true, "Correct the cause, then retry."),
  CHART_INVALID(
      "The chart or its values are not valid: {message}",
      false,
      "Correct the chart or the engine."),
  ENGINE_UNKNOWN("The engine {engine} is not known here", false, "Install the engine, then retry."),
  CLUSTER_UNREACHABLE(
      "The cluster does not answer: {message}",
      true,
      "Bring the cluster back; work goes on by itself."),
  DEADLINE_EXCEEDED(
      "Not ready within {deadline}; last step: {step}",
      true,
      "Look at the store's events; it heals by itself if it arrives after all."),
  UNREADABLE_EVENT(
      "An event of this store could not be read: {message}",
      false,
      "Look at the dead letters, correct the cause, redrive."),
  NAMESPACE_STUCK(
      "The namespace {namespace} is still terminating: {message}",
      true,
      "Remove what holds it; deletion goes on by itself."),
  VOLUME_STUCK(
      "The volume {volume} of the deleted store is still there: {message}",
      true,
      "Remove what holds it; deletion goes on by itself."),
  STORAGE_CLASS_MISSING(
      "No storage class can make the volume claim {claim}: {message}",
      true,
      "Make the storage class or name a default one, then ask again."),
  INGRESS_CLASS_MISSING(
      "The ingress class {ingressClass} of {ingress} does not exist",
      true,
      "Install the ingress controller or correct INGRESS_CLASS, then ask again."),
  UNINSTALL_FAILED(
      "Helm could not uninstall the release: {message}", true, "Deletion goes on by itself.");

  private final String sentence;
  private final boolean retryable;
  private final String remedy;

  ReasonCode(String sentence, boolean retryable, String remedy) {
    this.sentence = sentence;
    this.retryable = retryable;
    this.remedy = remedy;
  }

  /** The sentence with its {@code {parameter}} places. */
  public String sentence() {
    return sentence;
  }

  /** Whether a retry can help. */
  public boolean retryable() {
    return retryable;
  }

  /** What a person can do about it. */
  public String remedy() {
    return remedy;
  }

  /** The code in events and in the API: {@code image_pull}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
