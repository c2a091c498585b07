package dev.uruimi.local.build;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Installs what the machine lacks; for root on Debian. */
public record DebianPackages(List<Requirement> missing) implements BuildTask {

  private static final Map<String, String> UNATTENDED = Map.of("DEBIAN_FRONTEND", "noninteractive");

  @Override
  public String name() {
    return "Debian packages";
  }

  @Override
  public boolean upToDate() {
    return missing.isEmpty();
  }

  /** The packages' names, each once. */
  public List<String> packages() {
    var names = new TreeSet<String>();
    missing.forEach(it -> names.add(String.valueOf(it.debianPackage())));
    return List.copyOf(names);
  }

  @Override
  public void run(Progress progress) throws IOException, InterruptedException {
    try {
      install(progress);
    } catch (IOException e) {
      progress.line("reading the package lists");
      Command.of("apt-get", "-qq", "update").with(UNATTENDED).run();
      install(progress);
    }
    var still = missing.stream().filter(it -> !it.present().getAsBoolean()).toList();
    if (!still.isEmpty()) {
      throw new IOException(
          "still missing after the installation: "
              + String.join(", ", still.stream().map(Requirement::name).toList()));
    }
  }

  private void install(Progress progress) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("apt-get", "-qq", "-y", "--no-install-recommends"));
    command.add("install");
    command.addAll(packages());
    progress.line("installing " + String.join(" ", packages()));
    Command.of(command).with(UNATTENDED).run();
  }
}
