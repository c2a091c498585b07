package dev.uruimi.watcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

@AnalyzeClasses(packages = "dev.uruimi.watcher", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {

  @ArchTest
  static final ArchRule DIAGNOSIS_IS_PURE =
      classes()
          .that()
          .resideInAPackage("..watcher.diagnosis..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify..",
              "dev.uruimi.events..",
              "dev.uruimi.watcher.diagnosis..");

  @ArchTest
  static final ArchRule DIAGNOSIS_ASKS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("..watcher.diagnosis..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule ONLY_THE_ROOT_AND_THE_WEB_KNOW_SPRING =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..watcher.cluster..",
              "..watcher.probe..",
              "..watcher.verdict..",
              "..watcher.workloads..",
              "..watcher.evidence..",
              "..watcher.capacity..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule VERDICTS_DEPEND_ON_NO_EVIDENCE =
      noClasses()
          .that()
          .resideInAnyPackage("..watcher.verdict..", "..watcher.diagnosis..", "..watcher.probe..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..watcher.evidence..", "..watcher.workloads..", "..watcher.web..");

  @ArchTest
  static final ArchRule PROBES_KNOW_NO_KUBERNETES =
      noClasses()
          .that()
          .resideInAPackage("..watcher.probe..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");
}
