package dev.uruimi.cleanup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.KubernetesServer;
import dev.uruimi.testing.RecordedAnswers;
import dev.uruimi.testing.TestToken;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Removal;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole cleanup, asked over HTTP. */
class SweepEndpointIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static KafkaBroker broker;
  private static KubernetesServer kubernetes;
  private static ConfigurableApplicationContext cleanup;

  @BeforeAll
  static void aCleanup() {
    broker = KafkaBroker.started();
    kubernetes = KubernetesServer.started();
    System.setProperty("kubeconfig", kubernetes.kubeconfig().toString());
    cleanup =
        new SpringApplicationBuilder(CleanupApplication.class)
            .run(
                "--KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(),
                "--PEERS_TOKEN_FILE=" + TestToken.file(),
                "--server.port=0",
                "--uruimi.cleanup.instance=test");
  }

  @AfterAll
  static void close() {
    System.clearProperty("kubeconfig");
    cleanup.close();
    kubernetes.close();
    broker.close();
  }

  @Test
  void sweepsWhenAskedAndShowsWhatItFound() throws Exception {
    awaitSweep();

    var report = send("GET", "/sweep");

    assertThat(report.path("sweptAt").asString()).endsWith("Z");
    assertThat(report.path("graceMillis").asLong()).isEqualTo(3_600_000);
    assertThat(report.path("findings").isArray()).isTrue();
    assertThat(send("GET", "/actuator/metrics/uruimi.sweep.findings").toString())
        .contains("namespace", "volume", "release", "record");
  }

  /** The store API's tests read the recorded answer; here it is proved to be what is answered. */
  @Test
  void theRecordedAnswerIsWhatIsAnswered() throws Exception {
    awaitSweep();
    var records = cleanup.getBean(StoreRecords.class);
    var known = new StoreId("aaaaaaaaaa");
    var unknown = new StoreId("bbbbbbbbbb");
    var gone = new StoreId("cccccccccc");
    records.change(
        known, _ -> StoreRecord.of(new StoreRecordSpec(known, Desired.PRESENT, 1, null, null)));
    records.change(gone, _ -> verifiedGone(gone));
    namespace(unknown.namespace(), unknown, "uruimi");
    namespace(gone.namespace(), gone, "somebody");
    send("POST", "/sweep");

    var answered = send("GET", "/sweep?all=true");

    var recorded = JSON.readTree(RecordedAnswers.SWEEP);
    assertThat(withoutInstants(answered)).isEqualTo(withoutInstants(recorded));
    assertThat(send("GET", "/sweep").propertyNames()).doesNotContain("records", "namespaces");
  }

  /** Instants alone differ from one time to the next. */
  private static JsonNode withoutInstants(JsonNode answer) {
    return JSON.readTree(answer.toString().replaceAll("\"20[^\"]*Z\"", "\"an instant\""));
  }

  private static StoreRecord verifiedGone(StoreId store) {
    var now = Instant.now();
    var record = StoreRecord.of(new StoreRecordSpec(store, Desired.ABSENT, 1, null, null));
    var removal = new Removal(1, now, Map.of(), null, new Receipt(Map.of(), 1, now));
    return record.with(record.getStatus().with(removal));
  }

  private static void namespace(String name, StoreId store, String partOf) {
    kubernetes
        .client()
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(StoreRecord.STORE_LABEL, store.value())
                .addToLabels("app.kubernetes.io/part-of", partOf)
                .endMetadata()
                .build())
        .create();
  }

  private static void awaitSweep() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> send("POST", "/sweep").path("skipped").isNull());
  }

  @Test
  void answersNobodyWhoTakesItForAnotherHost() throws Exception {
    try (var socket = new Socket("127.0.0.1", port())) {
      socket
          .getOutputStream()
          .write("GET /sweep HTTP/1.1\r\nHost: shop.example.com\r\n\r\n".getBytes(US_ASCII));

      assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).endsWith("421");
    }
  }

  @Test
  void answersNobodyWithoutTheTokenOfTheServicesButWhetherItIsWell() throws Exception {
    for (var path : new String[] {"/sweep", "/actuator/metrics", "/actuator/bindings"}) {
      assertThat(strangerAsks(path).statusCode()).as(path).isEqualTo(401);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> strangerAsks("/actuator/health").statusCode() == 200);
    assertThat(strangerAsks("/actuator/health").body())
        .contains("\"UP\"")
        .doesNotContain("components");
    assertThat(send("GET", "/actuator/health").path("components").isObject()).isTrue();
  }

  private static HttpResponse<String> strangerAsks(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode send(String method, String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
              .header("Authorization", TestToken.HEADER)
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }
  }

  private static int port() {
    return cleanup.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
