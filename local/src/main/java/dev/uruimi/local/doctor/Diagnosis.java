package dev.uruimi.local.doctor;

import dev.uruimi.local.build.BuildGraph;
import dev.uruimi.local.build.Machine;
import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.process.Requirement;
import java.util.ArrayList;
import java.util.List;

/** All checks of this machine. */
public record Diagnosis(List<Check> checks) {

  /** Looks; changes nothing. */
  public static Diagnosis of(
      Machine machine, ClusterChoice choice, List<Requirement> requirements, BuildGraph builds) {
    var checks = new ArrayList<Check>();
    checks.add(cluster(choice));
    requirements.forEach(requirement -> checks.add(check(requirement, machine)));
    builds
        .nodes()
        .forEach(
            node ->
                checks.add(
                    node.task().upToDate()
                        ? Check.ok(node.name(), "built")
                        : new Check(
                            node.name(),
                            Check.State.WILL_COME,
                            "part of Uruimi",
                            "`./uruimi demo` builds it, once")));
    return new Diagnosis(List.copyOf(checks));
  }

  private static Check cluster(ClusterChoice choice) {
    return choice instanceof ClusterChoice.Simulated
        ? missing(
            "cluster",
            choice.text(),
            "for a shop that sells: sudo on Linux, or --context; `./uruimi up` can run as it is")
        : Check.ok("cluster", choice.text());
  }

  private static Check check(Requirement requirement, Machine machine) {
    if (requirement.present().getAsBoolean()) {
      return Check.ok(requirement.name(), requirement.why());
    }
    var debianPackage = requirement.debianPackage();
    if (debianPackage == null || !machine.debian()) {
      return missing(requirement.name(), requirement.why(), requirement.hint());
    }
    return machine.installs()
        ? new Check(
            requirement.name(),
            Check.State.WILL_COME,
            requirement.why(),
            "`./uruimi demo` installs the Debian package " + debianPackage)
        : missing(requirement.name(), requirement.why(), "sudo apt-get install " + debianPackage);
  }

  private static Check missing(String name, String why, String advice) {
    return new Check(name, Check.State.MISSING, why, advice);
  }

  /** Whether {@code demo} would get through. */
  public boolean good() {
    return checks.stream().noneMatch(check -> check.state() == Check.State.MISSING);
  }
}
