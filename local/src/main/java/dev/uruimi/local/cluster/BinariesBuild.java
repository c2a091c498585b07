package dev.uruimi.local.cluster;

import dev.uruimi.local.download.Downloads;
import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Progress;
import java.util.List;

/** Programs brought one after the other, each as soon as needed code is compiled. */
record BinariesBuild(String name, List<Binary> binaries, Downloads downloads) implements BuildTask {

  @Override
  public boolean upToDate() {
    return binaries.stream().allMatch(Binary::present);
  }

  @Override
  public void run(Progress progress) throws Exception {
    for (var binary : binaries) {
      binary.obtain(downloads, progress);
    }
  }
}
