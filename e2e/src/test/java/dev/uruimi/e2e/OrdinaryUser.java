package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who is not root: the user {@code nobody}, who may read what root has built, and nothing
 * more.
 *
 * @param home a folder of theirs
 */
record OrdinaryUser(Path home) {

  private static final Duration LONGEST = Duration.ofMinutes(6);
  private static final String NOBODY = "65534";
  private static final List<String> BECOME =
      List.of(
          "setpriv",
          "--reuid",
          NOBODY,
          "--regid",
          NOBODY,
          "--clear-groups",
          "--inh-caps",
          "+dac_read_search",
          "--ambient-caps",
          "+dac_read_search");

  /** What was built is linked into their folder: root's own may be closed to them. */
  static OrdinaryUser in(Path folder) throws IOException, InterruptedException {
    var user = new OrdinaryUser(folder);
    var built = UruimiHome.of(System.getenv()).cache();
    run("chown", NOBODY, folder.toString());
    run("cp", "-a", "--link", built.toString(), user.cache().toString());
    return user;
  }

  private Path cache() {
    return home.resolve("cache");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
        .as(String.join(" ", command))
        .isZero();
  }

  /** The state folder of an installation of theirs. */
  Path state(String installation) {
    return home.resolve(installation);
  }

  /** Runs the command for an installation; the choice of the cluster is its own. */
  Uruimi.Run uruimi(String installation, Map<String, String> environment, String... arguments) {
    var all = new HashMap<>(environment);
    all.put("HOME", home.toString());
    all.put("URUIMI_CLUSTER", "");
    all.put("URUIMI_STATE", state(installation).toString());
    all.put("URUIMI_CACHE", cache().toString());
    return Uruimi.runBy(BECOME, LONGEST, all, arguments);
  }

  /** The same; it must succeed. */
  Uruimi.Run succeed(String installation, Map<String, String> environment, String... arguments) {
    var run = uruimi(installation, environment, arguments);
    assertThat(run.exit()).as("%s%n%s%n%s", List.of(arguments), run.out(), run.err()).isZero();
    return run;
  }

  Uruimi.Run succeed(String installation, String... arguments) {
    return succeed(installation, Map.of(), arguments);
  }
}
