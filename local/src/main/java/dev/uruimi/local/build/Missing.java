package dev.uruimi.local.build;

import dev.uruimi.local.process.Requirement;
import java.util.List;
import java.util.TreeSet;

/** What the machine lacks, and what is to be done about it. */
public record Missing(List<Requirement> requirements) {

  /** Looks. */
  public static Missing of(List<Requirement> all) {
    return new Missing(all.stream().filter(it -> !it.present().getAsBoolean()).toList());
  }

  /** Those a Debian package brings. */
  public List<Requirement> installable() {
    return requirements.stream().filter(it -> it.debianPackage() != null).toList();
  }

  /** Those that the person has to bring. */
  public List<Requirement> others() {
    return requirements.stream().filter(it -> it.debianPackage() == null).toList();
  }

  /** One line per thing: name, why it is needed. */
  public String list() {
    return String.join(
        "\n", requirements.stream().map(it -> "  " + it.name() + ": " + it.why()).toList());
  }

  /** What to type or do, for this kind of machine. */
  public String advice(Machine machine) {
    var lines = new TreeSet<String>();
    var packages = new DebianPackages(installable()).packages();
    if (machine.debian() && !packages.isEmpty()) {
      lines.add("sudo apt-get install --no-install-recommends " + String.join(" ", packages));
    } else {
      installable().forEach(it -> lines.add(it.hint()));
    }
    others().forEach(it -> lines.add(it.hint()));
    return String.join("\n", lines);
  }
}
