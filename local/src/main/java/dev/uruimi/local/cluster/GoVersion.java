package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Go is here. One from 1.21 on brings the one that a module file asks for by itself, unless
 * it is told not to.
 */
final class GoVersion {

  /** What the module files ask for. */
  static final String NEEDED = "1.26";

  private static final String FETCHES_OTHERS = "1.21";

  private static final Pattern VERSION = Pattern.compile("go(\\d+)\\.(\\d+).*");

  private GoVersion() {}

  static boolean sufficient() {
    try {
      var answers = Command.of("go", "env", "GOVERSION", "GOTOOLCHAIN").run().lines().toList();
      return answers.size() == 2 && sufficient(answers.get(0), answers.get(1));
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Whether modules of ours can be built.
   *
   * @param version what Go tells of itself: "go1.26.8"
   * @param toolchain its setting: "local", "auto" and so on
   */
  static boolean sufficient(String version, String toolchain) {
    return atLeast(version, NEEDED)
        || (toolchain.endsWith("auto") && atLeast(version, FETCHES_OTHERS));
  }

  private static boolean atLeast(String version, String wanted) {
    var here = VERSION.matcher(version);
    var needed = VERSION.matcher("go" + wanted);
    if (!here.matches() || !needed.matches()) {
      return false;
    }
    var major = Integer.compare(number(here, 1), number(needed, 1));
    return major > 0 || (major == 0 && number(here, 2) >= number(needed, 2));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
