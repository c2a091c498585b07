package dev.uruimi.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTroubleTest {

  @Test
  void noConnectionAndNoAnswerInTimeAreTheServers() {
    assertThat(ApiServerTrouble.isIn(failed(new ConnectException("refused")))).isTrue();
    assertThat(ApiServerTrouble.isIn(failed(new HttpTimeoutException("10 s")))).isTrue();
    assertThat(ApiServerTrouble.isIn(failed(new TimeoutException("10 s")))).isTrue();
    assertThat(ApiServerTrouble.isIn(failed(new IOException("closed")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void serverErrorsAreTheServers(int code) {
    assertThat(ApiServerTrouble.isIn(answered(code, "etcdserver: leader changed"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 422, 429})
  void otherAnswersAreTheStores(int code) {
    assertThat(ApiServerTrouble.isIn(answered(code, "exceeded quota"))).isFalse();
  }

  @Test
  void aWebhookThatFailsIsTheStores() {
    assertThat(ApiServerTrouble.isIn(answered(500, "failed calling webhook \"x\""))).isFalse();
  }

  @Test
  void whatIsNotSaidByTheServerIsTheStores() {
    assertThat(ApiServerTrouble.isIn(new KubernetesClientException("changes too often"))).isFalse();
    assertThat(ApiServerTrouble.isIn(new IllegalStateException("not acknowledged"))).isFalse();
    assertThat(ApiServerTrouble.isIn(failed(new InterruptedIOException("stopped")))).isFalse();
  }

  @Test
  void looksThroughWhoeverAsked() {
    var wrapped = new IllegalStateException("no release state", failed(new ConnectException()));

    assertThat(ApiServerTrouble.isIn(wrapped)).isTrue();
  }

  private static KubernetesClientException failed(Exception cause) {
    return new KubernetesClientException("An error has occurred.", cause);
  }

  private static KubernetesClientException answered(int code, String message) {
    return new KubernetesClientException(message, code, null);
  }
}
