package dev.uruimi.local.process;

import java.util.Locale;

/**
 * An operating system and a processor, in the words of Go and of container images.
 *
 * @param os "linux", "darwin"
 * @param arch "amd64", "arm64"
 */
public record Target(String os, String arch) {

  /** This machine. */
  public static Target here() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * From Java's words.
   *
   * @param osName "Linux", "Mac OS X"
   * @param osArch "amd64", "x86_64", "aarch64"
   */
  public static Target of(String osName, String osArch) {
    var os = osName.toLowerCase(Locale.ROOT);
    var arch = osArch.toLowerCase(Locale.ROOT);
    return new Target(
        os.startsWith("mac") ? "darwin" : os.split(" ", 2)[0],
        switch (arch) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> arch;
        });
  }

  @Override
  public String toString() {
    return os + "/" + arch;
  }
}
