package dev.uruimi.charts;

import java.nio.file.Path;
import java.util.List;

/**
 * One way to set the platform's values.
 *
 * @param files below the chart, the last one on top
 * @param values laid over the files
 */
record PlatformVariant(String name, List<String> files, String values) {

  static final String NAMESPACE = "uruimi-system";
  static final Path FOLDER = Path.of("charts/uruimi");

  /** A rendering has no cluster to ask for the Secret that the chart makes. */
  private static final String SECRET = "secrets: {existingSecret: platform}\n";

  static final String HOST = "ingress: {host: uruimi.example.net}\n";

  static List<PlatformVariant> all() {
    return List.of(
        simple("default", HOST),
        new PlatformVariant("local", List.of("values-local.yaml"), ""),
        new PlatformVariant("prod", List.of("values-prod.yaml"), ""),
        simple(
            "external",
            HOST
                + """
                kafka: {bootstrapServers: "a.kafka.svc:9092,b.kafka.svc:9092"}
                postgres: {url: "jdbc:postgresql://uruimi-rw.postgres.svc:5432/uruimi", existingSecret: uruimi-app}
                storeRecords: {install: false}
                """),
        simple(
            "http-route",
            """
            ingress: {host: uruimi.example.net}
            httpRoute:
              enabled: true
              annotations: {example.com/team: platform}
              parentRefs: [{name: public, namespace: gateways, sectionName: https}]
            networkPolicy: {enabled: false}
            boundaries: {enabled: false}
            """),
        simple(
            "node-port",
            "ingress: {enabled: false}\nservice: {type: NodePort, port: 80, nodePort: 30080}\n"),
        simple(
            "registry",
            HOST
                + """
                image: {registry: registry.example.com/team, pullSecrets: [{name: registry}]}
                images: {services: {digest: 'sha256:%s'}, kafka: {pullPolicy: Always}}
                nodeSelector: {example.com/disk: fast}
                tolerations: [{key: platform, operator: Exists, effect: NoSchedule}]
                priorityClassName: system-cluster-critical
                kafka: {storageClass: fast}
                rbac: {chartRules: [{apiGroups: [batch], resources: [cronjobs], verbs: [get, list, create, patch, delete]}]}
                provisioner: {extraEnv: [{name: TZ, value: UTC}]}
                """
                    .formatted("0123456789abcdef".repeat(4))));
  }

  static PlatformVariant named(String name) {
    return all().stream().filter(variant -> variant.name().equals(name)).findFirst().orElseThrow();
  }

  static Rendered render(String values) {
    return simple("", values).render();
  }

  Rendered render() {
    return folder().render(paths(), SECRET + values);
  }

  Rendered renderTests() {
    return folder().renderTests(paths(), SECRET + values);
  }

  Path golden() {
    return GoldenFilesTest.GOLDEN.resolve("uruimi").resolve(name + ".yaml");
  }

  @Override
  public String toString() {
    return name;
  }

  private static ChartFolder folder() {
    return new ChartFolder(FOLDER, NAMESPACE);
  }

  private List<Path> paths() {
    return files.stream().map(FOLDER::resolve).toList();
  }

  private static PlatformVariant simple(String name, String values) {
    return new PlatformVariant(name, List.of(), values);
  }
}
