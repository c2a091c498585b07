package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Path;
import java.util.List;

/** The Helm command itself, built once into the user's cache: helm-java cannot roll back. */
public final class HelmProgram {

  private HelmProgram() {}

  /** Its path; it is built when it is not there. */
  public static Path built() throws Exception {
    var module =
        new GoModule(
            UruimiHome.of(System.getenv()).cache(),
            "helm-3.21.3",
            "helm",
            List.of("go.mod", "go.sum"),
            "");
    var program = module.program("helm.sh/helm/v3/cmd/helm");
    if (!program.present()) {
      program.build(Progress.SILENT);
    }
    return program.path();
  }
}
