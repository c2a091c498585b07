package dev.uruimi.testing;

import java.nio.file.Path;
import java.util.List;

/**
 * The command lines of a control plane that lives on the loopback address of one machine.
 *
 * @param directory of its files
 */
record ControlPlaneCommands(Path directory, KubernetesBinaries binaries, ControlPlanePorts ports) {

  List<String> etcd() {
    var client = "http://127.0.0.1:" + ports.etcd();
    var peer = "http://127.0.0.1:" + ports.etcdPeer();
    return List.of(
        binaries.path("etcd").toString(),
        "--data-dir=" + directory.resolve("etcd"),
        "--listen-client-urls=" + client,
        "--advertise-client-urls=" + client,
        "--listen-peer-urls=" + peer,
        "--initial-advertise-peer-urls=" + peer,
        "--initial-cluster=default=" + peer,
        "--log-level=warn",
        "--unsafe-no-fsync");
  }

  List<String> apiServer() {
    return List.of(
        binaries.path("kube-apiserver").toString(),
        "--etcd-servers=http://127.0.0.1:" + ports.etcd(),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.apiServer(),
        "--cert-dir=" + directory.resolve("certificates"),
        "--token-auth-file=" + directory.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.96.0.0/16",
        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        "--service-account-key-file=" + directory.resolve("accounts.pub"),
        "--service-account-signing-key-file=" + directory.resolve("accounts.key"));
  }

  List<String> controllerManager() {
    var kubeconfig = directory.resolve("kubeconfig");
    return List.of(
        binaries.path("kube-controller-manager").toString(),
        "--kubeconfig=" + kubeconfig,
        "--authentication-kubeconfig=" + kubeconfig,
        "--authorization-kubeconfig=" + kubeconfig,
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.controllerManager(),
        "--cert-dir=" + directory.resolve("certificates-of-the-controller-manager"),
        "--root-ca-file=" + directory.resolve("certificates/apiserver.crt"),
        "--service-account-private-key-file=" + directory.resolve("accounts.key"),
        "--leader-elect=false",
        "--flex-volume-plugin-dir=" + directory.resolve("volume-plugins"),
        "--kube-api-qps=500",
        "--kube-api-burst=1000");
  }
}
