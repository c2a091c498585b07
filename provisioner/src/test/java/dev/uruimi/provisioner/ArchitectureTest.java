package dev.uruimi.provisioner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.uruimi", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DECIDING_IS_PURE =
      classes()
          .that()
          .resideInAPackage("dev.uruimi.provisioner.decide")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.time",
              "java.util..",
              "org.jspecify..",
              "dev.uruimi.events",
              "dev.uruimi.helm",
              "dev.uruimi.worker.record",
              "dev.uruimi.provisioner.decide");

  @ArchTest
  static final ArchRule ONLY_HELM_RUNNER_TOUCHES_HELM_JAVA =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.uruimi.helm..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.marcnuri..");

  @ArchTest
  static final ArchRule ONLY_THE_CLUSTER_PACKAGE_WRITES_TO_STORES_NAMESPACES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.uruimi.provisioner.reconcile", "dev.uruimi.provisioner.blueprint")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.fabric8.kubernetes.client.KubernetesClient");

  @ArchTest
  static final ArchRule SPRING_STAYS_AT_THE_TOP =
      noClasses()
          .that()
          .resideInAPackage("dev.uruimi.provisioner.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");
}
