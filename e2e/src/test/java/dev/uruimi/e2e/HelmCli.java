package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.cluster.HelmProgram;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Helm's own command, for what helm-java lacks.
 *
 * @param folder for what it writes
 */
record HelmCli(String namespace, Path folder) {

  /** Runs it in the store's namespace; what it said. */
  String run(String... arguments) throws Exception {
    var out = folder.resolve("helm.txt");
    var builder =
        new ProcessBuilder(program().toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.command().addAll(List.of(arguments));
    builder
        .command()
        .addAll(
            List.of(
                "-n", namespace, "--kubeconfig", Uruimi.state().resolve("kubeconfig").toString()));
    for (var home : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")) {
      builder.environment().put(home, folder.resolve(home).toString());
    }
    var process = builder.start();
    if (!process.waitFor(6, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("helm " + List.of(arguments) + " took longer than six minutes");
    }
    var text = Files.readString(out);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static Path program() throws Exception {
    var program = HelmProgram.of(UruimiHome.of(System.getenv()));
    program.run(Progress.SILENT);
    return program.path();
  }
}
