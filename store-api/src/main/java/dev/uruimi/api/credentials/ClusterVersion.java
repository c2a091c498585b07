package dev.uruimi.api.credentials;

/** Whether the cluster answers. */
public interface ClusterVersion {

  /**
   * Its version, for example {@code v1.34.1}.
   *
   * @throws ClusterAwayException when it does not answer
   */
  String ask();
}
