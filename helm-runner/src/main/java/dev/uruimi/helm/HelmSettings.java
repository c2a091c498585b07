package dev.uruimi.helm;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How Helm is run.
 *
 * @param workers how many calls run at once, each in a process of its own (about 150 MB each)
 * @param timeout of one call with its wait for a worker; shorter than any claim
 * @param kubeconfig the way to the cluster; null inside a cluster
 * @param kind what does the work
 * @param program the Helm command, a path or a name on the {@code PATH}
 */
public record HelmSettings(
    int workers, Duration timeout, @Nullable Path kubeconfig, HelmKind kind, String program) {

  /** The usual kind and command. */
  public HelmSettings(int workers, Duration timeout, @Nullable Path kubeconfig) {
    this(workers, timeout, kubeconfig, HelmKind.AUTO, "helm");
  }

  /** The kubeconfig that command line tools would use: {@code KUBECONFIG}, else the user's. */
  public static @Nullable Path defaultKubeconfig() {
    var named = System.getProperty("kubeconfig", System.getenv("KUBECONFIG"));
    var file =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".kube", "config")
            : Path.of(named);
    return java.nio.file.Files.isRegularFile(file) || named != null ? file : null;
  }
}
