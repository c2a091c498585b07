package dev.uruimi.charts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to set a chart's values: a values file that comes with it, a switch, a plan.
 *
 * @param files below the chart, the last one on top
 * @param values laid over the files
 */
record Variant(Chart chart, String name, List<String> files, String values) {

  private static final String HOST = "ingress: {host: shop.example.com}\n";

  /** All of them, of both charts. */
  static List<Variant> all() {
    var all = new ArrayList<Variant>();
    for (var chart : Chart.values()) {
      all.addAll(of(chart));
    }
    return all;
  }

  static List<Variant> of(Chart chart) {
    var all = new ArrayList<>(files(chart));
    all.addAll(waysIn(chart));
    all.addAll(switches(chart));
    if (chart == Chart.WOOCOMMERCE) {
      all.add(mailAndMoney());
    }
    return all;
  }

  static Variant named(Chart chart, String name) {
    return of(chart).stream()
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Rendered render() {
    return chart.render(paths(), values);
  }

  Rendered renderTests() {
    return chart.renderTests(paths(), values);
  }

  private List<Path> paths() {
    return files.stream().map(chart.folder()::resolve).toList();
  }

  @Override
  public String toString() {
    return chart.id() + " " + name;
  }

  private static List<Variant> files(Chart chart) {
    var all = new ArrayList<Variant>();
    all.add(new Variant(chart, "default", List.of(), HOST));
    for (var file : List.of("local", "prod", "small", "medium", "large")) {
      all.add(new Variant(chart, file, List.of("values-" + file + ".yaml"), HOST));
    }
    return all;
  }

  private static List<Variant> waysIn(Chart chart) {
    return List.of(
        simple(
            chart,
            "tls",
            """
            ingress:
              host: shop.example.com
              protocol: https
              className: nginx
              annotations: {cert-manager.io/cluster-issuer: letsencrypt}
              tls: {enabled: true, secretName: shop-tls}
            """),
        simple(
            chart,
            "http-route",
            HOST
                + """
                httpRoute:
                  enabled: true
                  annotations: {example.com/team: shops}
                  parentRefs: [{name: public, namespace: gateways, sectionName: https}]
                """),
        simple(chart, "no-ingress", "ingress: {enabled: false, host: shop.example.com}\n"),
        simple(chart, "node-port", HOST + "service: {type: NodePort, nodePort: 30080}\n"),
        simple(
            chart,
            "load-balancer",
            HOST
                + "service: {type: LoadBalancer, annotations: {example.com/internal:"
                + " \"true\"}}\n"));
  }

  private static List<Variant> switches(Chart chart) {
    var digest = "sha256:" + "0123456789abcdef".repeat(4);
    return List.of(
        simple(
            chart,
            "replicas",
            HOST
                + "%s: {replicas: 3, strategy: RollingUpdate}\n%s: {accessMode: ReadWriteMany}\n"
                    .formatted(chart.workload(), chart.volume())),
        simple(
            chart,
            "registry",
            HOST
                + "image: {registry: registry.example.com/team, pullSecrets: [{name: registry}]}\n"
                + "images: {%s: {digest: '%s'}, %s: {pullPolicy: Always}}\n"
                    .formatted(chart.images().getFirst(), digest, chart.images().getLast())),
        simple(
            chart,
            "narrow-policies",
            HOST
                + """
                networkPolicy:
                  ingressNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                  ingressBlocks: [10.244.0.1/32]
                  internet: true
                """),
        simple(chart, "no-policies", HOST + "networkPolicy: {enabled: false}\n"),
        simple(
            chart,
            "placement",
            HOST
                + """
                nodeSelector: {example.com/disk: fast}
                tolerations: [{key: shops, operator: Exists, effect: NoSchedule}]
                affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app.kubernetes.io/component: shop}}}}]}}
                database: {storageClass: fast}
                %s: {storageClass: shared}
                %s: {extraEnv: [{name: TZ, value: UTC}]}
                """
                    .formatted(chart.volume(), chart.workload())));
  }

  private static Variant mailAndMoney() {
    return simple(
        Chart.WOOCOMMERCE,
        "mail-and-money",
        HOST
            + """
            smtp: {host: mail.example.com, port: 465, security: tls, from: shop@example.com, existingSecret: mail}
            payments: [{gateway: stripe_cc, existingSecret: stripe}]
            shop: {configExtra: "define('WP_DEBUG', false);"}
            """);
  }

  private static Variant simple(Chart chart, String name, String values) {
    return new Variant(chart, name, List.of(), values);
  }
}
