package dev.uruimi.testing;

import java.nio.file.Path;

/** The Helm command, from where a control plane's programs are. */
public final class HelmBinary {

  private HelmBinary() {}

  /**
   * Its path.
   *
   * @throws IllegalStateException when it is not on this machine; the message says what to do
   */
  public static Path path() {
    return KubernetesBinaries.found().path("helm");
  }
}
