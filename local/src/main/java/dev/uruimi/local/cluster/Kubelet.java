package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Unit;
import java.net.URI;
import java.util.List;

/** The kubelet of the one node. */
final class Kubelet {

  static final String NAME = "kubelet";
  static final String NODE_NAME = "uruimi";

  private Kubelet() {}

  static Unit unit(ClusterFiles files, ConfigFiles config, Binaries binaries) {
    return Unit.of(
            NAME,
            files.home().data("kubernetes"),
            List.of(
                binaries.path(NAME).toString(),
                "--config=" + files.config("kubelet.yaml"),
                "--kubeconfig=" + files.kubeconfig(Certificates.KUBELET),
                "--hostname-override=" + NODE_NAME,
                "--node-ip=" + Addresses.NODE,
                "--node-labels=uruimi.dev/node=real",
                "--root-dir=" + files.kubelet(),
                "--cert-dir=" + files.pki(),
                "--oom-score-adj=0"))
        .requiring("kube-apiserver", Containerd.NAME, EmbeddedCluster.PODS, Images.STEP)
        .withEnvironment(config.changesWith("kubelet.yaml"))
        .readyWhen(
            Readiness.http(
                URI.create("http://127.0.0.1:" + Addresses.KUBELET_HEALTH + "/healthz")));
  }
}
