package dev.uruimi.watcher.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.List;

/** The last log lines of containers. */
public final class ContainerLogs {

  /** Longer lines are cut; characters. */
  public static final int LONGEST_LINE = LogTail.LONGEST;

  private final KubernetesClient client;

  public ContainerLogs(KubernetesClient client) {
    this.client = client;
  }

  /**
   * The last lines, oldest first, the longest ones cut. None when the log is gone already with its
   * container, or its node does not answer.
   *
   * @param previous of the container's run before the present one
   */
  public List<String> lastLines(
      String namespace, String pod, String container, boolean previous, int lines) {
    var log = client.pods().inNamespace(namespace).withName(pod).inContainer(container);
    var tail = previous ? log.terminated().tailingLines(lines) : log.tailingLines(lines);
    try (var stream = tail.withReadyWaitTimeout(0).getLogInputStream()) {
      return stream == null ? List.of() : LogTail.of(stream, lines);
    } catch (KubernetesClientException | IOException _) {
      return List.of();
    }
  }
}
