package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The cluster's certificates: one authority, one for all that serve, one per client. They are made
 * once, kept over restarts, and renewed at a start when less than 30 days are left.
 */
final class Certificates {

  static final String AUTHORITY = "ca";
  static final String SERVER = "server";
  static final String ADMIN = "admin";
  static final String API_TO_KUBELET = "apiserver-kubelet-client";
  static final String FRONT_PROXY = "front-proxy";
  static final String SERVICE_ACCOUNTS = "service-accounts";
  static final String CONTROLLER_MANAGER = "kube-controller-manager";
  static final String SCHEDULER = "kube-scheduler";
  static final String PROXY = "kube-proxy";
  static final String KUBELET = "kubelet";

  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  /** A client: its name, its user and its group as the API server sees them. */
  private record Client(String name, String user, String group) {}

  private static final List<Client> CLIENTS =
      List.of(
          new Client(ADMIN, "uruimi-admin", "system:masters"),
          new Client(API_TO_KUBELET, "kube-apiserver", "system:masters"),
          new Client(FRONT_PROXY, "front-proxy", "front-proxy"),
          new Client(CONTROLLER_MANAGER, "system:kube-controller-manager", "controllers"),
          new Client(SCHEDULER, "system:kube-scheduler", "schedulers"),
          new Client(PROXY, "system:kube-proxy", "proxies"),
          new Client(KUBELET, "system:node:" + Kubelet.NODE_NAME, "system:nodes"));

  private static final List<String> WITH_KUBECONFIG =
      List.of(ADMIN, CONTROLLER_MANAGER, SCHEDULER, PROXY, KUBELET);

  private static final List<String> SERVER_NAMES =
      List.of(
          "localhost",
          "kubernetes",
          "kubernetes.default",
          "kubernetes.default.svc",
          "kubernetes.default.svc.cluster.local",
          Kubelet.NODE_NAME);

  private static final List<String> SERVER_ADDRESSES =
      List.of(Addresses.LOOPBACK, Addresses.NODE, Addresses.API_SERVICE);

  private final ClusterFiles files;
  private final Clock clock;

  Certificates(ClusterFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Makes what is missing or ends soon. */
  void ensure(Progress progress) throws IOException, GeneralSecurityException {
    OwnerOnly.createDirectories(files.pki());
    if (!Files.exists(files.publicKey(SERVICE_ACCOUNTS))) {
      var keys = Issuer.newKeyPair();
      Pem.write(files.key(SERVICE_ACCOUNTS), keys.getPrivate());
      Pem.write(files.publicKey(SERVICE_ACCOUNTS), keys.getPublic());
    }
    var renewed = endsSoon(AUTHORITY);
    if (renewed) {
      progress.line("making a certificate authority");
      Issuer.createAuthority("uruimi", clock)
          .write(files.certificate(AUTHORITY), files.key(AUTHORITY));
    }
    var authority = Issuer.read(files.certificate(AUTHORITY), files.key(AUTHORITY), clock);
    if (renewed || endsSoon(SERVER)) {
      authority
          .server("uruimi", SERVER_NAMES, SERVER_ADDRESSES)
          .write(files.certificate(SERVER), files.key(SERVER));
    }
    for (var client : CLIENTS) {
      if (renewed || endsSoon(client.name())) {
        var keys = client.name().equals(ADMIN) ? Issuer.newRsaKeyPair() : Issuer.newKeyPair();
        authority
            .client(client.user(), client.group(), keys)
            .write(files.certificate(client.name()), files.key(client.name()));
      }
    }
    for (var name : WITH_KUBECONFIG) {
      Kubeconfig.write(files, name);
    }
  }

  private boolean endsSoon(String name) throws IOException, GeneralSecurityException {
    if (!Files.exists(files.certificate(name)) || !Files.exists(files.key(name))) {
      return true;
    }
    var ends = Pem.certificate(files.certificate(name)).getNotAfter().toInstant();
    return clock.instant().plus(RENEW_BEFORE).isAfter(ends);
  }
}
