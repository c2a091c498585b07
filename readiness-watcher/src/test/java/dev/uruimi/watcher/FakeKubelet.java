package dev.uruimi.watcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A node whose kubelet only has logs: what the API server asks when somebody reads one. */
final class FakeKubelet implements AutoCloseable {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final HttpsServer server;
  private final Map<String, String> logs = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeKubelet(Path directory) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate(directory)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/containerLogs/", this::answer);
    server.start();
  }

  private static SSLContext certificate(Path directory) throws Exception {
    var file = directory.resolve("kubelet.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "kubelet",
                "-keyalg",
                "EC",
                "-dname",
                "CN=kubelet",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    if (made.waitFor() != 0) {
      throw new IllegalStateException("no certificate");
    }
    var keys = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(file)) {
      keys.load(stream, PASSWORD);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Registers its node. */
  void join(KubernetesClient client, String name, Map<String, String> annotations) {
    var node =
        new NodeBuilder()
            .withNewMetadata()
            .withName(name)
            .withAnnotations(annotations)
            .endMetadata()
            .withNewStatus()
            .addNewAddress("127.0.0.1", "InternalIP")
            .withNewDaemonEndpoints()
            .withNewKubeletEndpoint(server.getAddress().getPort())
            .endDaemonEndpoints()
            .addToAllocatable("cpu", new Quantity("4"))
            .addToAllocatable("memory", new Quantity("8Gi"))
            .addToAllocatable("pods", new Quantity("110"))
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .endCondition()
            .addNewCondition()
            .withType("MemoryPressure")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build();
    client.nodes().resource(node).create();
  }

  /** What a container of a namespace wrote; of its run before the present one. */
  void logged(String namespace, String log) {
    logs.put(namespace, log);
  }

  boolean wasAskedFor(String namespace, String text) {
    return requests.stream().anyMatch(r -> r.contains(namespace) && r.contains(text));
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    var namespace = exchange.getRequestURI().getPath().split("/")[2];
    var log = logs.getOrDefault(namespace, "").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, log.length == 0 ? -1 : log.length);
    exchange.getResponseBody().write(log);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
