package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Shops through the ingress. */
final class Shops {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Shops() {}

  /** The status of a shop's front page. */
  static int statusOf(String host) {
    return front(host).statusCode();
  }

  /** A shop's front page. */
  static String pageOf(String host) {
    return front(host).body();
  }

  private static HttpResponse<String> front(String host) {
    var port = Uruimi.status().path("ingressPort").asInt(80);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("Host", host)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The test that the store's chart brings passes. */
  static void assertHelmTestPasses(String id) {
    var release =
        Helm.test("store-" + id)
            .withNamespace("store-" + id)
            .withKubeConfig(Uruimi.state().resolve("kubeconfig"))
            .withTimeout(120)
            .call();

    assertThat(release.getStatus()).isEqualTo("deployed");
  }
}
