package dev.uruimi.helm;

import dev.uruimi.testing.HelmBinary;
import java.util.Set;

/** The Helm command. */
class CliHelmRunnerIT extends ClusterHelmContract {

  @Override
  HelmKind kind() {
    return HelmKind.CLI;
  }

  @Override
  String program() {
    return HelmBinary.path().toString();
  }

  @Override
  Set<Long> processes() {
    return ((CliHelmRunner) helm()).processes();
  }
}
