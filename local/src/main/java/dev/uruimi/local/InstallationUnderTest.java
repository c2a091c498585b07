package dev.uruimi.local;

import dev.uruimi.local.certify.LocalInstallation;
import dev.uruimi.local.process.Bringup;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * An installation of its own for campaigns: with simulated nodes beside the real one, the engine
 * {@code bench}, and ways to hurt it. Its state is the folder {@code certify} of the usual one's.
 */
public final class InstallationUnderTest {

  private static final String ENGINE = "bench";

  private final UruimiHome usual;
  private final UruimiHome home;

  /**
   * @param usual the home of the command's caller
   */
  public InstallationUnderTest(UruimiHome usual) {
    this.usual = usual;
    this.home = usual.forCertify();
  }

  public UruimiHome home() {
    return home;
  }

  /**
   * Brings it up, or goes on with one that is; tells on standard output how that goes.
   *
   * @throws CommandFailed when another installation is up, or this one does not come up
   */
  public LocalInstallation up(int simulatedNodes) throws Exception {
    if (!Bringup.running(home)) {
      OtherInstallation.refuse(usual);
    }
    var nodes = String.valueOf(simulatedNodes);
    command(
        List.of(
            "up",
            "--cluster",
            "embedded",
            "--faults",
            "--simulated-nodes",
            nodes,
            "--with-engine",
            ENGINE));
    var platform = Platform.of(home);
    return LocalInstallation.of(home, platform.services(platform.services(), platform.engines()));
  }

  /** Ends it and forgets it. */
  public void down() throws IOException, InterruptedException {
    if (Files.isDirectory(home.state())) {
      command(List.of("down", "--purge"));
    }
  }

  private void command(List<String> arguments) throws IOException, InterruptedException {
    var command = Program.inPlace(home).java(List.of(), Uruimi.class.getName(), arguments);
    var builder = new ProcessBuilder(command).directory(home.repository().toFile()).inheritIO();
    builder.environment().put("URUIMI_STATE", home.state().toString());
    if (builder.start().waitFor() != 0) {
      throw new CommandFailed(
          "The installation for campaigns: `%s` failed.".formatted(arguments.getFirst()),
          "Logs: %s; URUIMI_STATE=%s ./uruimi down --purge ends it."
              .formatted(home.logs(), home.state()));
    }
  }
}
