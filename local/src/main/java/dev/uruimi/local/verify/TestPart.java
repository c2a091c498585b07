package dev.uruimi.local.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A part of all tests. */
public enum TestPart {
  /** Need nothing but the JVM. */
  UNIT("test", "-DskipITs"),

  /** Start real servers. */
  IT("verify", "-Dtest=none", "-Dsurefire.failIfNoSpecifiedTests=false"),

  /** Run the whole system. */
  E2E(wholeSystem("dev/uruimi/e2e/*IT")),

  /** Runs the platform by Docker Compose; brings a Docker along. Only when named. */
  COMPOSE(wholeSystem("ComposeProof"));

  /** What runs when none is named. */
  public static final Set<TestPart> USUAL = Collections.unmodifiableSet(EnumSet.of(UNIT, IT, E2E));

  private final List<String> arguments;

  TestPart(String... arguments) {
    this.arguments = List.of(arguments);
  }

  private static String[] wholeSystem(String tests) {
    return new String[] {
      "verify",
      "-pl",
      "e2e",
      "-am",
      "-DskipE2e=false",
      "-DskipITs",
      "-Dtest=none",
      "-Dsurefire.failIfNoSpecifiedTests=false",
      "-Dit.test=" + tests,
      "-Dfailsafe.failIfNoSpecifiedTests=false"
    };
  }

  /** The fewest runs of Maven that run these parts: its arguments. */
  public static List<List<String>> runs(Set<TestPart> parts) {
    if (parts.equals(USUAL)) {
      return List.of(List.of("verify", "-DskipE2e=false"));
    }
    if (parts.equals(EnumSet.of(UNIT, IT))) {
      return List.of(List.of("verify"));
    }
    var runs = new ArrayList<List<String>>();
    EnumSet.copyOf(parts).forEach(part -> runs.add(part.arguments));
    return runs;
  }
}
