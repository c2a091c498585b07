package dev.uruimi.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.uruimi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] SERVICES = {
    "dev.uruimi.api..", "dev.uruimi.provisioner..", "dev.uruimi.watcher..", "dev.uruimi.cleanup.."
  };

  @ArchTest
  static final ArchRule servicesTalkByEventsOnly =
      slices()
          .matching("dev.uruimi.(api|provisioner|watcher|cleanup|local)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule theContractKnowsNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage("dev.uruimi.events..", "dev.uruimi.engines..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "io.fabric8..");

  @ArchTest
  static final ArchRule sharedCodeKnowsNoService =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.uruimi.events..",
              "dev.uruimi.engines..",
              "dev.uruimi.worker..",
              "dev.uruimi.helm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVICES);

  @ArchTest
  static final ArchRule onePlaceAloneCallsHelm =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.uruimi.helm..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.marcnuri.helm..");

  @ArchTest
  static final ArchRule theApiHasNoKubernetesButForCredentials =
      noClasses()
          .that()
          .resideInAPackage("dev.uruimi.api..")
          .and()
          .resideOutsideOfPackage("dev.uruimi.api.credentials..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");

  @ArchTest
  static final ArchRule theLifecycleIsPure =
      noClasses()
          .that()
          .resideInAPackage("dev.uruimi.api.lifecycle..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.springframework..", "java.sql..", "java.io..", "java.nio..", "java.net.."));

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now");

  @ArchTest
  static final ArchRule nobodySleepsOutsideAWaiter =
      noClasses()
          .that(com.tngtech.archunit.base.DescribedPredicate.not(simpleNameEndingWith("Waiter")))
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data)$");
}
