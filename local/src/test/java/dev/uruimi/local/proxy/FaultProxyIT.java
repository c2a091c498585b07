package dev.uruimi.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.cluster.CertificatesOfACluster;
import dev.uruimi.local.cluster.ServerTls;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.testing.KubernetesServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between a real client and a real API server. */
class FaultProxyIT {

  private static KubernetesServer server;
  private static FaultProxy proxy;
  private static FaultControl control;
  private static RemoteFaults faults;
  private static UruimiHome home;

  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = KubernetesServer.started();
    home = new UruimiHome(folder, folder, folder);
    CertificatesOfACluster.make(home);
    var address = URI.create(server.config().getMasterUrl());
    proxy =
        new FaultProxy(
            0,
            new Backend(
                new InetSocketAddress(address.getHost(), address.getPort()),
                ServerTls.of(home),
                SSLUtils.sslContext(server.config())));
    control = new FaultControl(proxy, folder.resolve("s"));
    faults = new RemoteFaults(folder.resolve("s"));
    Thread.ofVirtual().start(proxy);
    Thread.ofVirtual().start(control);
  }

  @AfterAll
  static void stop() throws IOException {
    control.close();
    proxy.close();
    server.close();
  }

  @Test
  void withoutAFaultItIsNotThere() {
    try (var client = client("test", 0, true)) {
      assertThat(client.namespaces().withName("default").get()).isNotNull();
    }
  }

  @Test
  void requestsAreAnsweredUntilItIsHealed() throws IOException {
    try (var client = client("test", 0, false)) {
      try (var healing = faults.answer(503, 1)) {
        assertThatThrownBy(() -> client.namespaces().list())
            .isInstanceOfSatisfying(
                KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(503));
      }
      healed();
    }
  }

  @Test
  void aClientThatTriesAgainGetsThroughAShare() throws IOException {
    try (var client = client("test", 10, false);
        var healing = faults.answer(429, 0.3)) {
      for (int n = 0; n < 10; n++) {
        assertThat(client.namespaces().withName("default").get()).isNotNull();
      }
    }
    healed();
  }

  @Test
  void silenceLastsUntilItIsHealed() throws Exception {
    try (var client = client("test", 0, false)) {
      try (var healing = faults.hang(1)) {
        assertThatThrownBy(() -> client.namespaces().list())
            .isInstanceOf(KubernetesClientException.class);
      }
      healed();
    }
  }

  @Test
  void aCallOfHelmIsHeldUntilTheActIsDone() throws Exception {
    var acted = new CountDownLatch(1);
    try (var helm = client("Helm/3.19.0", 0, false);
        var other = client("test", 0, false);
        var healing = faults.beforeHelmCall(1, acted::countDown)) {
      assertThat(other.namespaces().list().getItems()).isNotEmpty();
      assertThat(acted.getCount()).isEqualTo(1);

      assertThat(helm.namespaces().list().getItems()).isNotEmpty();

      assertThat(acted.await(1, TimeUnit.SECONDS)).isTrue();
    }
    healed();
  }

  @Test
  void oneFaultAtATime() throws IOException {
    try (var healing = faults.hang(0)) {
      assertThatThrownBy(() -> faults.answer(500, 1)).hasMessage("another fault is on");
    }
    healed();
  }

  @Test
  void whatIsNoFaultIsRefused() {
    assertThatThrownBy(() -> faults.answer(200, 1)).hasMessageContaining("429, 500 or 503");
    assertThatThrownBy(() -> faults.hang(2)).hasMessageContaining("from 0 to 1");
  }

  /** With no certificate of ours any more: the API server's own is behind it again. */
  private static void healed() {
    try (var client = client("test", 20, true)) {
      assertThat(client.namespaces().withName("default").get()).isNotNull();
    }
  }

  private static KubernetesClient client(String agent, int retries, boolean direct) {
    var config =
        new ConfigBuilder(direct ? server.config() : trustingOnlyTheProxy())
            .withMasterUrl("https://127.0.0.1:" + proxy.port())
            .withUserAgent(agent)
            .withRequestTimeout(2000)
            .withRequestRetryBackoffLimit(retries)
            .withRequestRetryBackoffInterval(50)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static Config trustingOnlyTheProxy() {
    return new ConfigBuilder(server.config())
        .withTrustCerts(false)
        .withDisableHostnameVerification(false)
        .withCaCertData(null)
        .withCaCertFile(CertificatesOfACluster.authority(home).toString())
        .build();
  }
}
