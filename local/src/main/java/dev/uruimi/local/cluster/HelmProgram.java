package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Target;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Helm command: the services' where helm-java has no native library on their class path, and
 * the tests' everywhere.
 */
public record HelmProgram(BuildTask build, Path path) implements BuildTask {

  private static final String SETTING = "URUIMI_HELM_RUNNER";

  public static HelmProgram of(UruimiHome home) {
    var binaries = new Binaries(home.cache());
    return new HelmProgram(binaries.helm(), binaries.path("helm"));
  }

  /**
   * Whether services need it. helm-java brings a library for Linux on amd64 and for Macs: its
   * packages look for "arm64", which Java on Linux calls "aarch64".
   */
  public static boolean needed(Map<String, String> environment, Target target) {
    return switch (environment.getOrDefault(SETTING, "")) {
      case "cli" -> true;
      case "native" -> false;
      default -> !target.os().equals("darwin") && !target.equals(new Target("linux", "amd64"));
    };
  }

  @Override
  public String name() {
    return build.name();
  }

  @Override
  public boolean upToDate() {
    return build.upToDate();
  }

  @Override
  public void run(Progress progress) throws Exception {
    build.run(progress);
  }
}
