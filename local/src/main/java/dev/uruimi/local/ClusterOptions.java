package dev.uruimi.local;

import dev.uruimi.local.clusterchoice.ClusterKind;
import dev.uruimi.local.clusterchoice.Wish;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which cluster is wanted. */
final class ClusterOptions {

  private static final String VARIABLE = "URUIMI_CLUSTER";

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = {
        "Use the cluster of this context of your kubeconfig.",
        "Kept, like --cluster, until `down --purge`; docs/clusters.md tells more."
      })
  private @Nullable String context;

  @Option(
      names = "--cluster",
      paramLabel = "KIND",
      description = "embedded, simulated, kind or k3d (default: the first that fits).")
  private @Nullable ClusterKind kind;

  /** What was asked for; without an option, what the environment's {@code URUIMI_CLUSTER} says. */
  Wish wish(Map<String, String> environment) {
    if (context != null && kind != null) {
      throw new CommandFailed(
          "--context and --cluster exclude each other.", "", ExitCode.USAGE, null);
    }
    var named = environment.getOrDefault(VARIABLE, "");
    if (context == null && kind == null && !named.isBlank()) {
      return new Wish(null, parse(named));
    }
    return new Wish(context, kind);
  }

  private static ClusterKind parse(String name) {
    try {
      return ClusterKind.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          VARIABLE + " is not embedded, simulated, kind or k3d: " + name, "", ExitCode.USAGE, e);
    }
  }
}
