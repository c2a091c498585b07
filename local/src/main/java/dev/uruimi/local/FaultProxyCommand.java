package dev.uruimi.local;

import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.proxy.FaultProxyUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Started by the supervisor in an installation for campaigns: the way to the API server. */
@Command(name = "fault-proxy", hidden = true)
final class FaultProxyCommand implements Callable<Integer> {

  static List<String> commandLine(Program program) {
    return program.java(
        List.of("-Xms8m", "-Xmx64m", "-Dorg.slf4j.simpleLogger.log.dev.uruimi=info"),
        Uruimi.class.getName(),
        List.of("fault-proxy"));
  }

  @Override
  public Integer call() throws Exception {
    new FaultProxyUnit(UruimiHome.of(System.getenv())).run();
    return 0;
  }
}
