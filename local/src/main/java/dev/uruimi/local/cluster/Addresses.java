package dev.uruimi.local.cluster;

/** Where the parts of the cluster listen. What is not on the bridge is on loopback only. */
final class Addresses {

  static final String BRIDGE = "uruimi0";
  static final String LOOPBACK = "127.0.0.1";

  /** The node's address: the bridge, which pods have as their gateway. */
  static final String NODE = "10.244.0.1";

  static final String POD_CIDR = "10.244.0.0/16";
  static final String SERVICE_CIDR = "10.96.0.0/16";

  /** First address of the service network: {@code kubernetes.default}. */
  static final String API_SERVICE = "10.96.0.1";

  static final int API_SERVER = 7443;
  static final int ETCD = 7379;
  static final int ETCD_PEER = 7380;
  static final int ETCD_HEALTH = 7381;
  static final int KUBELET = 7250;
  static final int KUBELET_HEALTH = 7248;
  static final int PROXY_METRICS = 7249;
  static final int PROXY_HEALTH = 7256;
  static final int CONTROLLER_MANAGER = 7257;
  static final int SCHEDULER = 7259;
  static final int DNS_HEALTH = 7053;
  static final int DNS_READY = 7054;
  static final int KWOK = 7258;
  static final int TRAEFIK_PING = 7091;

  private Addresses() {}
}
