package dev.uruimi.helm;

/** Renders charts without touching a cluster: {@code lookup} finds nothing. */
@FunctionalInterface
public interface ChartRenderer {

  /**
   * The objects of the chart as YAML, without its hooks: helm-java cannot give them.
   *
   * @param kubernetesVersion of the cluster it would be installed in, like {@code v1.33.1}
   * @throws HelmException when it did not work
   */
  String render(Installation installation, String kubernetesVersion);
}
