package dev.uruimi.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the Helm command. A shell between it and this process kills it when its standard input ends:
 * when this process is gone, however that came.
 */
final class HelmCommand implements AutoCloseable {

  /** Standard input is watched by a second child, and Helm has neither it nor its end. */
  private static final String WATCHED =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      helm=$!
      { read -r _ <&3; kill -9 $helm; } >/dev/null 2>&1 &
      watch=$!
      wait $helm
      code=$?
      kill -9 $watch 2>/dev/null
      exit $code
      """;

  private final String program;
  private final PoolDirectory directory;
  private final @Nullable Path kubeconfig;
  private final Set<HelmProcess> running = ConcurrentHashMap.newKeySet();

  HelmCommand(String program, PoolDirectory directory, @Nullable Path kubeconfig) {
    this.program = program;
    this.directory = directory;
    this.kubeconfig = kubeconfig;
  }

  /**
   * What it printed.
   *
   * @throws HelmException when it failed, or was killed for the time it took
   * @throws InterruptedException after it was killed for that
   */
  String run(List<String> arguments, Duration timeout) throws InterruptedException {
    try (var process = new HelmProcess(builder(arguments).start())) {
      running.add(process);
      try {
        return process.output(timeout);
      } finally {
        running.remove(process);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder(List<String> arguments) {
    var command = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh", program));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("HELM_"));
    environment.put("HELM_DRIVER", "secret");
    for (var folder :
        List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "HELM_PLUGINS")) {
      environment.put(folder, directory.root().resolve("helm").toString());
    }
    environment.put("KUBECACHEDIR", directory.root().resolve("discovery").toString());
    if (kubeconfig != null) {
      environment.put("KUBECONFIG", kubeconfig.toAbsolutePath().toString());
    }
    return builder;
  }

  /** Process ids of the calls under way. */
  Set<Long> pids() {
    return running.stream()
        .map(HelmProcess::pid)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    running.forEach(HelmProcess::close);
  }
}
