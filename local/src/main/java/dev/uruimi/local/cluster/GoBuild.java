package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Progress;
import java.util.List;

/** Programs built one after the other, each as soon as needed code is compiled. */
record GoBuild(String name, List<GoProgram> programs) implements BuildTask {

  @Override
  public boolean upToDate() {
    return programs.stream().allMatch(GoProgram::present);
  }

  @Override
  public void run(Progress progress) throws Exception {
    for (var program : programs) {
      program.build(progress);
    }
  }
}
