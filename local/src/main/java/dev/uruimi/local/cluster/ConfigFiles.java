package dev.uruimi.local.cluster;

import dev.uruimi.local.process.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The rendered configuration files of all components. */
record ConfigFiles(ClusterFiles files, int ingressPort, String resolvConf) {

  private static final String HASH = "URUIMI_CONFIGURATION";

  /** File names and what is in them. */
  Map<String, String> render() {
    var texts = new TreeMap<String, String>();
    texts.put("containerd.toml", Template.resource("containerd.toml").fill(containerd()));
    texts.put("cni/uruimi.conflist", Template.resource("cni.json").fill(cni()));
    texts.put("kubelet.yaml", Template.resource("kubelet.yaml").fill(kubelet()));
    texts.put("resolv.conf", "nameserver " + Addresses.NODE + "\n");
    texts.put("kube-proxy.yaml", Template.resource("kube-proxy.yaml").fill(proxy()));
    texts.put("Corefile", Template.resource("Corefile").fill(dns()));
    texts.put("traefik.yaml", Template.resource("traefik.yaml").fill(traefik()));
    texts.put(
        SimulatedNodes.CONFIG,
        Template.resource(SimulatedNodes.CONFIG).fill(Map.of("port", Addresses.KWOK)));
    texts.put(
        "objects.yaml", Template.resource("objects.yaml").fill(Map.of("node", Addresses.NODE)));
    return texts;
  }

  /** Leaves files alone that are right: kube-proxy ends when its own is written. */
  void write() throws IOException {
    for (var entry : render().entrySet()) {
      var file = files.config(entry.getKey());
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Files.readString(file).equals(entry.getValue())) {
        Files.writeString(file, entry.getValue());
      }
    }
  }

  /** Environment that changes when the file does, so that its unit is started again then. */
  Map<String, String> changesWith(String file) {
    return Map.of(HASH, ContentHash.of(render().getOrDefault(file, "")));
  }

  private Map<String, ?> containerd() {
    return Map.of(
        "root", files.containerdRoot(),
        "state", files.containerdState(),
        "socket", files.containerdSocket(),
        "runc", files.runc(),
        "pauseImage", Images.PAUSE,
        "cniPlugins", Containerd.CNI_PLUGINS,
        "cniConfig", files.config("cni"));
  }

  private Map<String, ?> cni() {
    return Map.of(
        "bridge", Addresses.BRIDGE, "addresses", files.addresses(), "podCidr", Addresses.POD_CIDR);
  }

  private Map<String, ?> kubelet() {
    var values = new TreeMap<String, Object>();
    values.put("node", Addresses.NODE);
    values.put("port", Addresses.KUBELET);
    values.put("healthPort", Addresses.KUBELET_HEALTH);
    values.put("certificate", files.certificate(Certificates.SERVER));
    values.put("key", files.key(Certificates.SERVER));
    values.put("authority", files.certificate(Certificates.AUTHORITY));
    values.put("socket", files.containerdSocket());
    values.put("cgroup", "/" + Cgroups.name(files.home()));
    values.put("resolvConf", files.config("resolv.conf"));
    values.put("podLogs", files.podLogs());
    values.put("volumePlugins", files.kubelet().resolve("volume-plugins"));
    return values;
  }

  private Map<String, ?> proxy() {
    return Map.of(
        "node", Addresses.NODE,
        "podCidr", Addresses.POD_CIDR,
        "healthPort", Addresses.PROXY_HEALTH,
        "metricsPort", Addresses.PROXY_METRICS,
        "kubeconfig", files.kubeconfig(Certificates.PROXY));
  }

  private Map<String, ?> dns() {
    var hasServer = resolvConf.lines().anyMatch(line -> line.startsWith("nameserver "));
    return Map.of(
        "node", Addresses.NODE,
        "healthPort", Addresses.DNS_HEALTH,
        "readyPort", Addresses.DNS_READY,
        "kubeconfig", files.kubeconfig(Certificates.ADMIN),
        "forward", hasServer ? "forward . /etc/resolv.conf" : "");
  }

  private Map<String, ?> traefik() {
    return Map.of("port", ingressPort, "pingPort", Addresses.TRAEFIK_PING);
  }
}
