package dev.uruimi.local.clusterchoice;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A context of a kubeconfig.
 *
 * @param name of the context
 * @param server address of the API server
 * @param minikube whether minikube says in it that the context is its own
 */
public record KubeContext(String name, String server, boolean minikube) {

  private static final Set<String> THIS_MACHINE =
      Set.of("127.0.0.1", "localhost", "0.0.0.0", "::1", "[::1]", "kubernetes.docker.internal");

  /** RFC 1918, and nothing that a domain name could be. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}");

  /** Whose cluster its name says it is. */
  public Distribution distribution() {
    if (name.startsWith("kind-")) {
      return Distribution.KIND;
    }
    if (name.startsWith("k3d-")) {
      return Distribution.K3D;
    }
    if (minikube || name.equals("minikube")) {
      return Distribution.MINIKUBE;
    }
    return switch (name) {
      case "docker-desktop", "docker-for-desktop" -> Distribution.DOCKER_DESKTOP;
      case "rancher-desktop" -> Distribution.RANCHER_DESKTOP;
      case "default", "k3s" -> Distribution.K3S;
      default -> Distribution.OTHER;
    };
  }

  /**
   * Whether it leads to a cluster on this machine beyond doubt: both its name and its address say
   * so. minikube's virtual machines have private addresses. {@code default} on loopback may be a
   * tunnel to anywhere, unless k3s is installed here.
   */
  boolean evidentlyLocal(boolean k3sInstalled) {
    return switch (distribution()) {
      case OTHER -> false;
      case K3S -> k3sInstalled && onThisMachine();
      case MINIKUBE -> onThisMachine() || PRIVATE.matcher(host()).matches();
      default -> onThisMachine();
    };
  }

  private boolean onThisMachine() {
    return THIS_MACHINE.contains(host());
  }

  private String host() {
    try {
      var host = URI.create(server).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
