package dev.uruimi.provisioner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.helm.WorkerHelmRunner;
import dev.uruimi.testing.TestToken;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole provisioner with real Helm, asked over HTTP, before a real API server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreflightIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration A_WHILE = Duration.ofSeconds(60);

  private static Servers servers;
  private static ConfigurableApplicationContext provisioner;

  @BeforeAll
  static void aProvisioner() throws Exception {
    servers = new Servers();
    provisioner = servers.provisioner("provisioner/src/test/engines");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> provisioner.getBean(WorkerHelmRunner.class).idleWorkers() > 0);
  }

  @AfterAll
  static void close() throws Exception {
    provisioner.close();
    servers.close();
  }

  @Test
  @Order(1)
  void refusesWhatAnEmptyClusterCannotRun() {
    // what cannot be rendered in time on a busy machine is not said yet
    await()
        .atMost(A_WHILE)
        .untilAsserted(
            () ->
                assertThat(codes("small", "{}"))
                    .containsExactly("storage_class_missing", "unschedulable"));
  }

  @Test
  @Order(2)
  void acceptsWhatTheClusterCanRun() throws Exception {
    aNode("2", "4Gi");
    aDefaultStorageClass();

    await().atMost(A_WHILE).untilAsserted(() -> assertThat(codes("small", "{}")).isEmpty());
  }

  @Test
  @Order(3)
  void refusesWhatThePlansQuotaDoesNotHold() {
    var refusals =
        await().atMost(A_WHILE).until(() -> ask("small", "{\"claims\": 3}"), it -> it.size() == 1);

    assertThat(refusals.get(0).path("code").asString()).isEqualTo("quota_exceeded");
    assertThat(refusals.get(0).path("sentence").asString()).contains("persistentvolumeclaims");
    assertThat(refusals.get(0).path("remedy").asString()).isNotBlank();
  }

  @Test
  @Order(4)
  void refusesValuesThatTheChartsSchemaRefuses() {
    await()
        .atMost(A_WHILE)
        .untilAsserted(
            () -> assertThat(codes("small", "{\"replicas\": 4}")).containsExactly("chart_invalid"));
  }

  @Test
  @Order(5)
  void refusesAPlanThatIsNotThere() throws Exception {
    assertThat(codes("enormous", "{}")).containsExactly("chart_invalid");
  }

  @Test
  @Order(6)
  void answersInTimeAndSaysNothingOfAClusterThatDoesNotAnswer() throws Exception {
    servers.kubernetes.client().storage().v1().storageClasses().withName("standard").delete();
    await().atMost(A_WHILE).untilAsserted(() -> assertThat(codes("small", "{}")).isNotEmpty());
    servers.kubernetes.stop();
    try {
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() -> assertThat(codesInTime()).isEmpty());
    } finally {
      servers.kubernetes.start();
    }
  }

  private static List<String> codesInTime() throws Exception {
    var begin = System.nanoTime();
    var codes = codes("small", "{}");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    return codes;
  }

  @Test
  @Order(7)
  void answersNobodyWhoTakesItForAnotherHost() throws Exception {
    try (var socket = new Socket("127.0.0.1", port())) {
      socket
          .getOutputStream()
          .write(
              "POST /preflight HTTP/1.1\r\nHost: shop.example.com\r\nContent-Length: 0\r\n\r\n"
                  .getBytes(US_ASCII));
      var answer = new byte[12];
      assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
      assertThat(new String(answer, US_ASCII)).endsWith("421");
    }
  }

  @Test
  @Order(8)
  void answersNobodyWithoutTheTokenOfTheServices() throws Exception {
    var request =
        HttpRequest.newBuilder(uri()).POST(HttpRequest.BodyPublishers.ofString("{}")).build();

    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
  }

  private static List<String> codes(String plan, String values) throws Exception {
    return ask(plan, values).valueStream().map(r -> r.path("code").asString()).toList();
  }

  private static JsonNode ask(String plan, String values) throws Exception {
    var body =
        """
        {"engine": "tiny", "engineVersion": "0.1.0", "plan": "%s", "values": %s, "name": "Ann's"}"""
            .formatted(plan, values);
    var request =
        HttpRequest.newBuilder(uri())
            .header("Content-Type", "application/json")
            .header("Authorization", TestToken.HEADER)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("refusals");
  }

  private static URI uri() {
    return URI.create("http://127.0.0.1:%d/preflight".formatted(port()));
  }

  private static int port() {
    return provisioner.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static void aNode(String cpu, String memory) {
    var client = servers.kubernetes.client();
    var node = new NodeBuilder().withNewMetadata().withName("node").endMetadata().build();
    client.resource(node).create();
    client
        .nodes()
        .withName("node")
        .editStatus(
            n ->
                n.edit()
                    .editOrNewStatus()
                    .addToAllocatable("cpu", Quantity.parse(cpu))
                    .addToAllocatable("memory", Quantity.parse(memory))
                    .endStatus()
                    .build());
  }

  private static void aDefaultStorageClass() {
    servers
        .kubernetes
        .client()
        .resource(
            new StorageClassBuilder()
                .withNewMetadata()
                .withName("standard")
                .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                .endMetadata()
                .withProvisioner("example.com/none")
                .build())
        .create();
  }
}
