package dev.uruimi.helm;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.slf4j.LoggerFactory;

/** All of Helm that a service uses, whatever does it. */
public interface Helm extends HelmRunner, ChartRenderer, AutoCloseable {

  /**
   * Helm as the settings want it; where they leave it open, helm-java where it has a native library
   * for this machine, else the Helm command.
   *
   * @param client for the same cluster as the settings' kubeconfig
   */
  static Helm started(HelmSettings settings, KubernetesClient client) {
    var kind = settings.kind().resolved();
    LoggerFactory.getLogger(Helm.class).atInfo().addKeyValue("runner", kind).log("Helm");
    return kind == HelmKind.CLI
        ? CliHelmRunner.started(settings, client)
        : WorkerHelmRunner.started(settings, client);
  }

  /** Kills what is under way; such calls fail. */
  @Override
  void close();
}
