package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.clusterchoice.ClusterChoice.Context;
import dev.uruimi.local.clusterchoice.ClusterChoice.Embedded;
import dev.uruimi.local.clusterchoice.ClusterChoice.Made;
import dev.uruimi.local.clusterchoice.ClusterChoice.Simulated;
import dev.uruimi.local.clusterchoice.Decision.Chosen;
import dev.uruimi.local.clusterchoice.Decision.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Chooses the cluster; the first that applies: the context that was named, a current context that
 * is evidently local, kind or k3d in Docker, Uruimi's own with a real node, its own with simulated
 * ones. A current context that may be anybody's is never used without its name.
 */
public final class Choosing {

  private Choosing() {}

  /** Pure: what was seen decides. */
  public static Decision of(Wish wish, Seen seen) {
    if (wish.context() != null) {
      return named(wish.context(), seen);
    }
    return wish.kind() == null ? first(seen) : ofKind(wish.kind(), seen);
  }

  private static Decision named(String name, Seen seen) {
    return seen.context(name)
        .<Decision>map(
            context ->
                chosen(
                    new Context(name, context.distribution()),
                    "Using the context %s (%s), as you said."
                        .formatted(name, context.distribution().title())))
        .orElseGet(
            () ->
                new Refused(
                    "Your kubeconfig has no context " + name + ".",
                    seen.contexts().isEmpty()
                        ? "It has none; $KUBECONFIG names the file, else it is ~/.kube/config."
                        : "It has "
                            + seen.contexts().stream()
                                .map(KubeContext::name)
                                .collect(Collectors.joining(", "))
                            + "."));
  }

  private static Decision first(Seen seen) {
    var said = new ArrayList<String>();
    var current = seen.currentContext();
    if (current.isPresent()) {
      var context = current.get();
      if (context.evidentlyLocal(seen.k3s())) {
        return chosen(
            new Context(context.name(), context.distribution()),
            "Using your current context %s (%s on this machine); --cluster chooses another."
                .formatted(context.name(), context.distribution().title()));
      }
      said.add(
          "Your current context %s is left alone: it may be anybody's. --context %s would use it."
              .formatted(context.name(), context.name()));
    }
    if (seen.docker() && !seen.tools().isEmpty()) {
      var tool = seen.tools().getFirst();
      said.add(
          "Making a cluster with %s in Docker; `down --purge` deletes it.".formatted(tool.title()));
      return new Chosen(new Made(tool), said);
    }
    var refusal = seen.noNode();
    if (refusal.isEmpty()) {
      return new Chosen(new Embedded(), said);
    }
    said.addAll(simulated(refusal.get()));
    return new Chosen(new Simulated(refusal.get()), said);
  }

  private static Decision ofKind(ClusterKind kind, Seen seen) {
    return switch (kind) {
      case EMBEDDED ->
          seen.noNode()
              .<Decision>map(
                  why ->
                      new Refused(
                          "Uruimi's own node cannot run here: " + why + ".",
                          "Run it as root on Linux, or leave --cluster out."))
              .orElseGet(() -> new Chosen(new Embedded(), List.of()));
      case SIMULATED -> {
        var why = "it was asked for";
        yield new Chosen(new Simulated(why), simulated(why));
      }
      case KIND -> made(Distribution.KIND, seen);
      case K3D -> made(Distribution.K3D, seen);
    };
  }

  private static Decision made(Distribution tool, Seen seen) {
    if (!seen.docker()) {
      return new Refused(
          "No Docker answers; %s makes its cluster in one.".formatted(tool.title()),
          "`docker info` tells why.");
    }
    if (!seen.tools().contains(tool)) {
      return new Refused(
          "There is no %s on the PATH.".formatted(tool.title()),
          "docs/clusters.md tells where it comes from.");
    }
    return chosen(
        new Made(tool),
        "Making a cluster with %s in Docker; `down --purge` deletes it.".formatted(tool.title()));
  }

  private static List<String> simulated(String why) {
    return List.of(
        "SIMULATED: the cluster's nodes only pretend to run pods, because " + why + ".",
        "Everything but the shop itself can be tried, with the engine bench.");
  }

  private static Decision chosen(ClusterChoice choice, String said) {
    return new Chosen(choice, List.of(said));
  }
}
