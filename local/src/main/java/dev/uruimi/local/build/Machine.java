package dev.uruimi.local.build;

import dev.uruimi.local.cluster.ProgramSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What kind of machine this is.
 *
 * @param linux whether the embedded Kubernetes can run at all
 * @param root whether it may
 * @param debian whether {@code apt-get} can bring what is missing
 */
public record Machine(boolean linux, boolean root, boolean debian) {

  public static Machine here() {
    return new Machine(
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux"),
        "root".equals(System.getProperty("user.name")),
        Files.exists(Path.of("/etc/debian_version")) && ProgramSearch.find("apt-get").isPresent());
  }

  /** Whether the embedded Kubernetes, and so a real shop, can run here. */
  public boolean canRunShops() {
    return linux && root;
  }

  /** Whether missing Debian packages are installed without asking anybody. */
  public boolean installs() {
    return root && debian;
  }
}
