package dev.uruimi.local.cluster;

import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Path;

/** Where the files of the cluster are. */
record ClusterFiles(UruimiHome home) {

  Path pki() {
    return home.data("pki");
  }

  Path certificate(String name) {
    return pki().resolve(name + ".crt");
  }

  Path key(String name) {
    return pki().resolve(name + ".key");
  }

  Path publicKey(String name) {
    return pki().resolve(name + ".pub");
  }

  /** Kubeconfig of a component; the administrator's is the home's own. */
  Path kubeconfig(String component) {
    return component.equals(Certificates.ADMIN)
        ? home.kubeconfig()
        : pki().resolve(component + ".kubeconfig");
  }

  Path etcd() {
    return home.data("etcd");
  }

  Path containerdRoot() {
    return home.data("containerd");
  }

  Path containerdState() {
    return home.run().resolve("containerd");
  }

  Path containerdSocket() {
    return home.run().resolve("containerd.sock");
  }

  Path runc() {
    return home.run().resolve("runc");
  }

  Path kubelet() {
    return home.data("kubelet");
  }

  Path podLogs() {
    return home.logs().resolve("pods");
  }

  Path volumes() {
    return home.data("volumes");
  }

  Path addresses() {
    return home.run().resolve("cni");
  }

  Path config(String file) {
    return home.config("kubernetes").resolve(file);
  }
}
