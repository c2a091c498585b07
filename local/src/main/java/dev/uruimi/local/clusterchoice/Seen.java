package dev.uruimi.local.clusterchoice;

import java.util.List;
import java.util.Optional;

/**
 * What matters for the choice, as it was found on this machine.
 *
 * @param contexts of the person's kubeconfig
 * @param current name of the current one
 * @param linux whether this is Linux
 * @param root whether we are root
 * @param k3s whether k3s is installed here
 * @param docker whether a Docker answers
 * @param tools of {@link Distribution#KIND} and {@link Distribution#K3D}, those on the PATH
 * @param refusal why the kernel runs no containers for us; empty: it does. Asked of root only
 */
public record Seen(
    List<KubeContext> contexts,
    Optional<String> current,
    boolean linux,
    boolean root,
    boolean k3s,
    boolean docker,
    List<Distribution> tools,
    Optional<String> refusal) {

  public Seen {
    contexts = List.copyOf(contexts);
    tools = List.copyOf(tools);
  }

  Optional<KubeContext> context(String name) {
    return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
  }

  Optional<KubeContext> currentContext() {
    return current.flatMap(this::context);
  }

  /** Why Uruimi's own node cannot run here. */
  Optional<String> noNode() {
    if (!linux) {
      return Optional.of("containers need Linux");
    }
    return root ? refusal : Optional.of("containers need root");
  }
}
