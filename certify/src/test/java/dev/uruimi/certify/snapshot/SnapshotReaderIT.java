package dev.uruimi.certify.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.uruimi.certify.Installation;
import dev.uruimi.certify.invariants.Invariants;
import dev.uruimi.certify.invariants.Violation;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.certify.stores.Ledger;
import dev.uruimi.certify.stores.RequestKind;
import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.KubernetesServer;
import dev.uruimi.testing.PostgresServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a real broker, database and API server, and what is made of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SnapshotReaderIT {

  private static final String STORE = "a000000001";
  private static final String NAMESPACE = "store-" + STORE;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private static Path folder;

  private static KafkaBroker broker;
  private static PostgresServer postgres;
  private static KubernetesServer kubernetes;
  private static KubernetesClient cluster;
  private static Ledger ledger;
  private static SnapshotReader reader;

  @BeforeAll
  static void aSystemWithOneReadyStore() throws Exception {
    broker = KafkaBroker.started();
    postgres = PostgresServer.started();
    kubernetes = KubernetesServer.started();
    cluster = kubernetes.client();
    ledger = Ledger.open(folder.resolve("accepted.jsonl"));
    ledger.add(
        new Ledger.Entry("c", 0, new AcceptedRequest(STORE, RequestKind.CREATE, 1, null, NOW)));
    makeLog();
    makeTable();
    makeCluster();
    reader = new SnapshotReader(new ThreeServers(), cluster, ledger);
  }

  @AfterAll
  static void stop() throws IOException {
    reader.close();
    ledger.close();
    kubernetes.close();
    postgres.close();
    broker.close();
  }

  @Test
  @Order(1)
  void aHealthySystemIsReadAsOne() throws IOException {
    var snapshot = reader.read();

    assertThat(Invariants.all(snapshot)).isEmpty();
    assertThat(reader.isQuiet()).isTrue();
    assertThat(snapshot.log()).hasSize(2);
    assertThat(snapshot.rows())
        .containsExactly(new TableRow(STORE, "ready", 1, null, List.of(STORE + "/1/requested")));
    assertThat(snapshot.objects()).extracting(ClusterObject::kind).contains("Namespace", "Secret");
    assertThat(snapshot.releases()).containsExactly(new Release(NAMESPACE, NAMESPACE));
    assertThat(snapshot.records()).containsExactly(new RecordSeen(STORE, false, false));
    assertThat(snapshot.secrets()).extracting(SecretPrint::name).containsExactly("credentials");
  }

  @Test
  @Order(2)
  void whatCannotBeReadInTheLogIsPassedOver() throws Exception {
    send(new EncodedEvent(STORE, Map.of(), "{".getBytes(StandardCharsets.UTF_8)));
    send(new EncodedEvent(STORE, Map.of("ce_type", "of.later.v9"), new byte[0]));

    assertThat(reader.read().log()).hasSize(2);
  }

  @Test
  @Order(3)
  void aChangedSecretIsSeen() throws IOException {
    cluster
        .secrets()
        .inNamespace(NAMESPACE)
        .withName("credentials")
        .edit(it -> new SecretBuilder(it).addToStringData("password", "another").build());

    assertThat(violations()).anyMatch(it -> it.invariant().equals("no secret changed"));
  }

  @Test
  @Order(4)
  void anEventInTheOutboxIsSeen() throws Exception {
    sql("insert into outbox (id) values ('" + STORE + "/2/requested')");

    assertThat(reader.isQuiet()).isFalse();
    assertThat(violations()).anyMatch(it -> it.sentence().contains("outbox"));
    sql("delete from outbox");
  }

  @Test
  @Order(5)
  void aTableRestoredFromABackupIsSeen() throws Exception {
    sql("update stores set status = 'requested'");

    assertThat(violations()).anyMatch(it -> it.invariant().contains("fold of the log"));
  }

  @Test
  @Order(6)
  void whatIsLeftOfADeletedStoreIsSeen() throws Exception {
    sql("update stores set status = 'deleted'");

    assertThat(violations())
        .filteredOn(it -> it.invariant().startsWith("nothing is left"))
        .extracting(Violation::sentence)
        .anyMatch(sentence -> sentence.contains("Namespace"))
        .anyMatch(sentence -> sentence.contains("wanted"));
  }

  @Test
  @Order(7)
  void aServerThatIsAwayIsAFailedLookAndNotAFinding() {
    postgres.stop();
    assertThatThrownBy(reader::read).isInstanceOf(IOException.class);
    postgres.start();
    assertThatCode(reader::read).doesNotThrowAnyException();
  }

  private static List<Violation> violations() throws IOException {
    return Invariants.all(reader.read());
  }

  private static void makeLog() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(Topics.STORE_EVENTS, Topics.PARTITIONS, (short) 1)))
          .all()
          .get();
    }
    var specification =
        new StoreSpecification("n", "o", "bench", "1", "small", Map.of(), "h", "http", "default");
    say(new StoreRequested(new StoreId(STORE), 1, specification));
    say(new StoreReady(new StoreId(STORE), 1, 1, 0));
  }

  private static void say(StoreEvent event) throws Exception {
    send(new EventCodec().encode(EventEnvelope.of(event, "test", NOW, null)));
  }

  private static void send(EncodedEvent event) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<>(Topics.STORE_EVENTS, event.key(), event.body());
      event
          .headers()
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get();
    }
  }

  private static void makeTable() throws SQLException {
    sql(
        "create table stores (id text, status text, current json)",
        "create table outbox (seq bigint generated always as identity, id text)",
        """
        insert into stores values ('%s', 'ready', '{"state": {"status": "ready", "attempt":
        {"number": 1}}, "timeline": [{"id": "%s/1/requested"}]}')
        """
            .formatted(STORE, STORE));
  }

  private static void sql(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "none");
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void makeCluster() throws IOException {
    var definition = Path.of("../common-worker/src/main/resources/storerecords.uruimi.dev.yaml");
    try (var file = Files.newInputStream(definition)) {
      cluster.load(file).create();
    }
    await().atMost(Duration.ofMinutes(1)).until(SnapshotReaderIT::listable);
    cluster
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .addToLabels("uruimi.dev/store-id", STORE)
                .endMetadata()
                .build())
        .create();
    secret("credentials", "Opaque", Map.of());
    secret(
        "sh.helm.release.v1." + NAMESPACE + ".v1", "helm.sh/release.v1", Map.of("name", NAMESPACE));
    cluster
        .load(
            new ByteArrayInputStream(
                """
                apiVersion: uruimi.dev/v1alpha1
                kind: StoreRecord
                metadata: {name: %s, namespace: default}
                spec: {storeId: %s, desired: present, attempt: 1}
                """
                    .formatted(NAMESPACE, STORE)
                    .getBytes(StandardCharsets.UTF_8)))
        .create();
  }

  private static boolean listable() {
    try {
      cluster.genericKubernetesResources(ClusterReader.RECORDS).inAnyNamespace().list();
      return true;
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private static void secret(String name, String type, Map<String, String> labels) {
    cluster
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withType(type)
                .addToStringData("password", "first")
                .build())
        .create();
  }

  /** Only what a reader needs. */
  private static final class ThreeServers implements Installation {
    @Override
    public URI api() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String logInToken() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String peersToken() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String bootstrapServers() {
      return broker.bootstrapServers();
    }

    @Override
    public String jdbcUrl() {
      return postgres.jdbcUrl();
    }

    @Override
    public String jdbcUser() {
      return postgres.user();
    }

    @Override
    public String jdbcPassword() {
      return "none";
    }

    @Override
    public Path kubeconfig() {
      return kubernetes.kubeconfig();
    }

    @Override
    public List<String> parts() {
      return List.of();
    }

    @Override
    public Optional<ProcessHandle> process(String part) {
      return Optional.empty();
    }

    @Override
    public Replica startReplica(String service) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ApiServerFaults apiServer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Healing cutBroker() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setClock(String service, Duration offset) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
