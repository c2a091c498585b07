package dev.uruimi.helm;

import dev.uruimi.helm.worker.HelmWorker;
import dev.uruimi.helm.worker.Trees;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts worker JVMs with this JVM's class path. Their protocol goes over a file descriptor of its
 * own, since Helm's native code may write to standard output.
 */
final class HelmWorkerLauncher implements WorkerLauncher {

  private static final Logger LOG = LoggerFactory.getLogger(HelmWorkerLauncher.class);

  /** Exit code of a JVM that did not start or whose main method threw. */
  private static final int FAILED = 1;

  private static final int END = 2_000;

  /** Makes the pipe file descriptor 3 and standard output an alias of standard error. */
  private static final String REDIRECT = "exec 3>&1 1>&2; exec \"$@\"";

  private final PoolDirectory directory;

  HelmWorkerLauncher(PoolDirectory directory) {
    this.directory = directory;
  }

  @Override
  public WorkerProcess launch() throws IOException {
    var temporary = directory.forWorker();
    var builder = new ProcessBuilder(command(temporary, directory.library()));
    var environment = builder.environment();
    environment.put("CLASSPATH", classPath());
    environment.put("HELM_DRIVER", "secret");
    for (var folder : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")) {
      environment.put(folder, temporary.resolve("helm").toString());
    }
    environment.put("KUBECACHEDIR", directory.root().resolve("discovery").toString());
    // Helm's heap is not the JVM's: give memory back earlier.
    environment.put("GOGC", "50");
    var errors = temporary.resolve("errors");
    builder.redirectError(Redirect.to(errors.toFile()));
    var process = builder.start();
    return new WorkerProcess(
        process,
        () -> {
          if (process.exitValue() == FAILED) {
            LOG.atWarn().addKeyValue("pid", process.pid()).log("Helm worker: {}", end(errors));
          }
          Trees.delete(temporary);
        });
  }

  private List<String> command(Path temporary, Path library) {
    var command = new ArrayList<>(List.of("sh", "-c", REDIRECT, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-Djna.tmpdir=" + temporary,
            HelmWorker.class.getName(),
            String.valueOf(ProcessHandle.current().pid()),
            library.toString(),
            directory.root().toString()));
    return command;
  }

  private static String end(Path errors) {
    try {
      var text = Files.readString(errors);
      return text.substring(Math.max(0, text.length() - END));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
