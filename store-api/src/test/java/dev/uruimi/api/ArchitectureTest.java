package dev.uruimi.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.uruimi.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theLifecycleIsPure =
      noClasses()
          .that()
          .resideInAPackage("..lifecycle..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.uruimi.api.lifecycle",
              "dev.uruimi.events",
              "java.lang..",
              "java.util..",
              "java.time",
              "com.fasterxml.jackson.annotation",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule theLifecycleHasNoClock =
      noClasses()
          .that()
          .resideInAPackage("..lifecycle..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule nobodyAsksTheTimeButTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("..api.time..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);

  @ArchTest
  static final ArchRule onlyCredentialsTalkToKubernetes =
      noClasses()
          .that()
          .resideOutsideOfPackage("..credentials..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");

  @ArchTest
  static final ArchRule webAndTimeDependOnNoFeature =
      noClasses()
          .that()
          .resideInAnyPackage("..api.web..", "..api.time..", "..api.leases..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.uruimi.api.stores",
              "dev.uruimi.api.projection",
              "dev.uruimi.api.outbox",
              "dev.uruimi.api.stream");
}
