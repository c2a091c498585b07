package dev.uruimi.watcher;

import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.KubernetesServer;
import dev.uruimi.testing.TestToken;
import dev.uruimi.worker.record.StoreRecordDefinition;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole watcher on a real broker and a real API server, and what a test asks it over HTTP. */
final class WatcherUnderTest implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String WINDOW =
      """
      name: window
      title: Window
      description: A shop window
      chart: %s
      plans: {small: {title: Small, description: small, quota: {pods: "2"}, values: {}}}
      secrets: []
      endpoints: [{name: shop, path: /}]
      credentials: {secret: s, usernameKey: u, passwordKey: p}
      deadline: PT1M
      readiness:
        live:
          - name: the page answers
            request: {method: GET, path: /}
            expect: {status: [200]}
        canSell:
          - name: a cart can be made
            request: {method: POST, path: /carts, json: {}}
            expect: {status: [200]}
            capture: {cart: /cart/id}
      order: {number: n}
      """;

  final KubernetesServer kubernetes;
  final KubernetesClient client;
  final StoreRecords records;
  final FakeIngress ingress = new FakeIngress();
  final EventLog log;
  private final KafkaBroker broker;
  private final Path engines;
  private final List<String> settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext context;

  /**
   * @param folder an empty one
   * @param settings as command line arguments, besides those of every test
   */
  WatcherUnderTest(Path folder, String... settings) throws Exception {
    this.engines = folder;
    this.settings = List.of(settings);
    broker = KafkaBroker.started();
    kubernetes = KubernetesServer.started();
    client = kubernetes.client();
    StoreRecordDefinition.ensure(client, "uruimi-system");
    records = new StoreRecords(client, "uruimi-system");
    log = new EventLog(broker.bootstrapServers());
    log.create();
    Files.writeString(folder.resolve("Chart.yaml"), "name: window\nversion: 1.2.3\n");
    Files.createDirectories(folder.resolve("engines/window"));
    Files.writeString(folder.resolve("engines/window/engine.yaml"), WINDOW.formatted(folder));
    System.setProperty("kubeconfig", kubernetes.kubeconfig().toString());
    start();
  }

  void start() {
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(),
                "--PEERS_TOKEN_FILE=" + TestToken.file(),
                "--INGRESS_ADDRESS=" + ingress.address(),
                "--ENGINES_DIRECTORY=" + engines.resolve("engines"),
                "--uruimi.watcher.probe.live=300ms",
                "--uruimi.watcher.probe.again=200ms"));
    arguments.addAll(settings);
    context =
        new SpringApplicationBuilder(WatcherApplication.class)
            .run(arguments.toArray(String[]::new));
  }

  void restart() {
    stop();
    start();
  }

  void stop() {
    context.close();
  }

  InstalledStore store() {
    return new InstalledStore(client, records);
  }

  boolean isUp() {
    return context.getBean(WatchHealth.class).health().getStatus().getCode().equals("UP");
  }

  /** The JSON it answers with status 200. */
  JsonNode get(String path) {
    var answer = ask(path, "127.0.0.1");
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> ask(String path, String host) {
    return ask(path, host, TestToken.HEADER);
  }

  HttpResponse<String> ask(String path, String host, String authorization) {
    var port = context.getEnvironment().getProperty("local.server.port");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", host)
            .header("Authorization", authorization)
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    System.clearProperty("kubeconfig");
    ingress.close();
    kubernetes.close();
    broker.close();
  }
}
