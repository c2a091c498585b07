package dev.uruimi.local.cluster;

import static java.util.Map.entry;

import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Unit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** etcd, API server, controller manager and scheduler. */
final class ControlPlane {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final ClusterFiles files;
  private final Binaries binaries;
  private final boolean bridge;

  /** Of a cluster with a real node, whose pods reach the API server by the bridge. */
  ControlPlane(ClusterFiles files, Binaries binaries) {
    this(files, binaries, true);
  }

  private ControlPlane(ClusterFiles files, Binaries binaries, boolean bridge) {
    this.files = files;
    this.binaries = binaries;
    this.bridge = bridge;
  }

  /** Of a cluster without a real node: nobody but this machine reaches it. */
  static ControlPlane onLoopback(ClusterFiles files, Binaries binaries) {
    return new ControlPlane(files, binaries, false);
  }

  List<Unit> units() {
    return List.of(etcd(), apiServer(), controllerManager(), scheduler());
  }

  private Unit etcd() {
    var client = "https://127.0.0.1:" + Addresses.ETCD;
    var peer = "https://127.0.0.1:" + Addresses.ETCD_PEER;
    var health = "http://127.0.0.1:" + Addresses.ETCD_HEALTH;
    var flags =
        Map.ofEntries(
            entry("name", "uruimi"),
            entry("data-dir", files.etcd().toString()),
            entry("listen-client-urls", client),
            entry("advertise-client-urls", client),
            entry("listen-peer-urls", peer),
            entry("initial-advertise-peer-urls", peer),
            entry("initial-cluster", "uruimi=" + peer),
            entry("listen-metrics-urls", health),
            entry("cert-file", certificate(Certificates.SERVER)),
            entry("key-file", key(Certificates.SERVER)),
            entry("trusted-ca-file", certificate(Certificates.AUTHORITY)),
            entry("client-cert-auth", "true"),
            entry("peer-cert-file", certificate(Certificates.SERVER)),
            entry("peer-key-file", key(Certificates.SERVER)),
            entry("peer-trusted-ca-file", certificate(Certificates.AUTHORITY)),
            entry("peer-client-cert-auth", "true"),
            entry("log-level", "warn"));
    return unit("etcd", flags)
        .requiring(EmbeddedCluster.CERTIFICATES)
        .readyWhen(Readiness.http(URI.create(health + "/health")));
  }

  private Unit apiServer() {
    var flags =
        Map.ofEntries(
            entry("etcd-servers", "https://127.0.0.1:" + Addresses.ETCD),
            entry("etcd-cafile", certificate(Certificates.AUTHORITY)),
            entry("etcd-certfile", certificate(Certificates.API_TO_KUBELET)),
            entry("etcd-keyfile", key(Certificates.API_TO_KUBELET)),
            // Loopback and bridge; the rest is closed by a rule of ours (see Firewall).
            entry("bind-address", bridge ? "0.0.0.0" : Addresses.LOOPBACK),
            // It must not be loopback; without a bridge it is not told to anybody.
            entry("advertise-address", Addresses.NODE),
            entry("endpoint-reconciler-type", bridge ? "lease" : "none"),
            entry("secure-port", String.valueOf(Addresses.API_SERVER)),
            entry("service-cluster-ip-range", Addresses.SERVICE_CIDR),
            entry("tls-cert-file", certificate(Certificates.SERVER)),
            entry("tls-private-key-file", key(Certificates.SERVER)),
            entry("client-ca-file", certificate(Certificates.AUTHORITY)),
            entry("authorization-mode", "Node,RBAC"),
            entry("kubelet-preferred-address-types", "InternalIP"),
            entry("kubelet-certificate-authority", certificate(Certificates.AUTHORITY)),
            entry("kubelet-client-certificate", certificate(Certificates.API_TO_KUBELET)),
            entry("kubelet-client-key", key(Certificates.API_TO_KUBELET)),
            entry("requestheader-client-ca-file", certificate(Certificates.AUTHORITY)),
            entry("requestheader-allowed-names", Certificates.FRONT_PROXY),
            entry("requestheader-username-headers", "X-Remote-User"),
            entry("requestheader-group-headers", "X-Remote-Group"),
            entry("requestheader-extra-headers-prefix", "X-Remote-Extra-"),
            entry("proxy-client-cert-file", certificate(Certificates.FRONT_PROXY)),
            entry("proxy-client-key-file", key(Certificates.FRONT_PROXY)),
            entry("service-account-issuer", "https://kubernetes.default.svc.cluster.local"),
            entry(
                "service-account-key-file",
                files.publicKey(Certificates.SERVICE_ACCOUNTS).toString()),
            entry("service-account-signing-key-file", key(Certificates.SERVICE_ACCOUNTS)),
            entry("allow-privileged", "true"),
            entry("profiling", "false"),
            entry("max-requests-inflight", "1000"),
            entry("max-mutating-requests-inflight", "500"));
    var required = bridge ? new String[] {"etcd", EmbeddedCluster.NETWORK} : new String[] {"etcd"};
    return unit("kube-apiserver", flags)
        .requiring(required)
        .readyWhen(answers(Addresses.API_SERVER, "/readyz"));
  }

  private Unit controllerManager() {
    var flags =
        Map.ofEntries(
            entry("kubeconfig", kubeconfig(Certificates.CONTROLLER_MANAGER)),
            entry("authentication-kubeconfig", kubeconfig(Certificates.CONTROLLER_MANAGER)),
            entry("authorization-kubeconfig", kubeconfig(Certificates.CONTROLLER_MANAGER)),
            entry("bind-address", Addresses.LOOPBACK),
            entry("secure-port", String.valueOf(Addresses.CONTROLLER_MANAGER)),
            entry("tls-cert-file", certificate(Certificates.SERVER)),
            entry("tls-private-key-file", key(Certificates.SERVER)),
            entry("root-ca-file", certificate(Certificates.AUTHORITY)),
            entry("service-account-private-key-file", key(Certificates.SERVICE_ACCOUNTS)),
            entry("use-service-account-credentials", "true"),
            entry("flex-volume-plugin-dir", files.kubelet().resolve("volume-plugins").toString()),
            entry("leader-elect", "false"),
            // Six renewals of a node's lease: one busy machine is slow at times, and no node is
            // lost
            // for that; one that has really stopped is noticed within about a minute.
            entry("node-monitor-grace-period", "60s"),
            // The defaults throttle a burst of stores.
            entry("kube-api-qps", "1000"),
            entry("kube-api-burst", "2000"),
            entry("concurrent-namespace-syncs", "30"),
            entry("concurrent-deployment-syncs", "30"),
            entry("concurrent-replicaset-syncs", "30"),
            entry("concurrent-statefulset-syncs", "30"),
            entry("concurrent-serviceaccount-token-syncs", "30"),
            entry("concurrent-resource-quota-syncs", "30"),
            entry("concurrent-gc-syncs", "50"),
            entry("profiling", "false"));
    return unit("kube-controller-manager", flags)
        .requiring("kube-apiserver")
        .readyWhen(answers(Addresses.CONTROLLER_MANAGER, "/healthz"));
  }

  private Unit scheduler() {
    var flags =
        Map.ofEntries(
            entry("kubeconfig", kubeconfig(Certificates.SCHEDULER)),
            entry("authentication-kubeconfig", kubeconfig(Certificates.SCHEDULER)),
            entry("authorization-kubeconfig", kubeconfig(Certificates.SCHEDULER)),
            entry("bind-address", Addresses.LOOPBACK),
            entry("secure-port", String.valueOf(Addresses.SCHEDULER)),
            entry("tls-cert-file", certificate(Certificates.SERVER)),
            entry("tls-private-key-file", key(Certificates.SERVER)),
            entry("leader-elect", "false"),
            entry("kube-api-qps", "1000"),
            entry("kube-api-burst", "2000"),
            entry("profiling", "false"));
    return unit("kube-scheduler", flags)
        .requiring("kube-apiserver")
        .readyWhen(answers(Addresses.SCHEDULER, "/healthz"));
  }

  private Unit unit(String name, Map<String, String> flags) {
    var command = new ArrayList<String>();
    command.add(binaries.path(name).toString());
    new TreeMap<>(flags).forEach((flag, value) -> command.add("--" + flag + "=" + value));
    return Unit.of(name, directory(), command).withTimeouts(START, STOP);
  }

  private Path directory() {
    return files.home().data("kubernetes");
  }

  private Readiness answers(int port, String path) {
    return Readiness.https(
        URI.create("https://127.0.0.1:" + port + path),
        () -> Trust.in(files.certificate(Certificates.AUTHORITY)));
  }

  private String certificate(String name) {
    return files.certificate(name).toString();
  }

  private String key(String name) {
    return files.key(name).toString();
  }

  private String kubeconfig(String name) {
    return files.kubeconfig(name).toString();
  }
}
