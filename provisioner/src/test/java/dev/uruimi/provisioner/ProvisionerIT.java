package dev.uruimi.provisioner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.record.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class ProvisionerIT {

  private static final String ENGINES = "provisioner/src/test/engines";
  private static final Duration LONG = Duration.ofSeconds(90);

  private static Servers servers;
  private static KubernetesClient client;
  private static StoreRecords records;
  private static ConfigurableApplicationContext provisioner;

  private final ProvisionedStore store = new ProvisionedStore(servers);
  private final StoreId id = store.id;

  @BeforeAll
  static void start() throws Exception {
    servers = new Servers();
    client = servers.kubernetes.client();
    records = new StoreRecords(client, "uruimi-system");
    provisioner = servers.provisioner(ENGINES);
  }

  @AfterAll
  static void stop() {
    provisioner.close();
    servers.close();
  }

  @Test
  void aRequestBecomesANamespaceWithGuardrailsSecretsAndRelease() {
    request(1, Map.of("greeting", "good day"));

    awaitInstalled(1);

    assertThat(servers.log.answers(id))
        .extracting(StoreEvent::discriminator)
        .containsExactly(
            "step/namespace", "step/guardrails", "step/secrets", "step/chart", "installed/1");
    var namespace = client.namespaces().withName(id.namespace()).get();
    assertThat(namespace.getMetadata().getLabels())
        .containsEntry("uruimi.dev/store-id", id.value())
        .containsEntry("uruimi.dev/engine", "tiny")
        .containsEntry("app.kubernetes.io/part-of", "uruimi")
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(names(client.network().v1().networkPolicies().inNamespace(id.namespace()).list()))
        .contains("uruimi-default-deny", "uruimi-names", "uruimi-customers", "uruimi-internet");
    assertThat(names(client.resourceQuotas().inNamespace(id.namespace()).list()))
        .containsExactly("uruimi");
    assertThat(names(client.limitRanges().inNamespace(id.namespace()).list()))
        .containsExactly("uruimi");
    assertThat(secret().getData()).containsOnlyKeys("email", "password", "key");
    var config = client.configMaps().inNamespace(id.namespace()).withName("tiny").get();
    assertThat(config.getData())
        .containsEntry("greeting", "good day")
        .containsEntry("name", "Ada's \"shop\" ${x} 🛍");
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(client.pods().inNamespace(id.namespace()).list().getItems()).hasSize(1));
    assertThat(records.find(id).orElseThrow().getStatus().claim()).isNull();
  }

  @Test
  void aRetryOfAStoreThatWasNeverReadyStartsFromEmptyVolumesWithTheSameSecrets() {
    request(1, Map.of());
    awaitInstalled(1);
    var secret = secret();
    var volume = volume();

    request(2, Map.of());

    awaitInstalled(2);
    assertThat(volume().getMetadata().getUid()).isNotEqualTo(volume.getMetadata().getUid());
    assertThat(secret()).isEqualTo(secret);
    assertThat(installed(2).revision()).isEqualTo(1);
  }

  @Test
  void aRetryOfAStoreThatWasReadyKeepsItsData() {
    request(1, Map.of());
    awaitInstalled(1);
    records.change(id, ProvisionerIT::ready);
    var secret = secret();
    var volume = volume();

    request(2, Map.of());

    awaitInstalled(2);
    assertThat(volume()).isEqualTo(volume);
    assertThat(secret()).isEqualTo(secret);
    assertThat(installed(2).revision()).isEqualTo(2);
    var status = records.find(id).orElseThrow().getStatus();
    assertThat(status.verdict()).isNull();
    assertThat(status.everReady()).isTrue();
  }

  @Test
  void historyIsNotWork() throws Exception {
    request(1, Map.of());
    awaitInstalled(1);
    request(2, Map.of());
    awaitInstalled(2);
    var buried = Stores.newId();
    bury(buried);
    servers.log.say(Stores.request(buried, 1, "tiny"));
    awaitRead();
    var before = quiet();
    var said = servers.log.records(Topics.STORE_EVENTS).size();
    provisioner.close();
    resetToTheBeginning();

    provisioner = servers.provisioner(ENGINES);
    awaitRead();

    assertThat(Snapshot.of(client, id)).isEqualTo(before);
    assertThat(client.namespaces().withName(buried.namespace()).get()).isNull();
    assertThat(servers.log.records(Topics.STORE_EVENTS)).hasSize(said);
  }

  @Test
  void nothingIsMadeOfAStoreThatMustGo() {
    bury(id);
    servers.log.say(Stores.request(id, 3, "tiny"));
    awaitRead();

    assertThat(client.namespaces().withName(id.namespace()).get()).isNull();
    assertThat(records.find(id).orElseThrow().isTombstone()).isTrue();
    assertThat(servers.log.answers(id)).isEmpty();
  }

  @Test
  void whatCannotBeReadBecomesADeadLetterAndTheNextIsHandled() {
    var poisoned = encoded("poison");
    servers.log.send(id.value(), poisoned, "{\"storeId\": 7".getBytes(UTF_8));
    request(1, Map.of());
    awaitInstalled(1);
    servers.log.send(Stores.newId().value(), poisoned, "last".getBytes(UTF_8));

    awaitRead();

    var letters = servers.log.records(Topics.deadLetters("provisioner"));
    assertThat(letters)
        .filteredOn(letter -> new String(letter.key(), UTF_8).equals(id.value()))
        .hasSize(1)
        .first()
        .satisfies(
            letter -> {
              assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"storeId\": 7");
              assertThat(letter.headers().lastHeader("ce_type").value())
                  .isEqualTo(poisoned.get("ce_type").getBytes(UTF_8));
              assertThat(letter.headers().lastHeader("kafka_dlt-exception-message")).isNotNull();
            });
  }

  @Test
  void aTypeNobodyKnowsHereIsSkippedAndCounted() {
    var headers = new HashMap<>(encoded("unknown"));
    headers.put("ce_type", "dev.uruimi.store.painted.v1");
    servers.log.send(id.value(), headers, "{}".getBytes(UTF_8));
    request(1, Map.of());

    awaitInstalled(1);

    var counter =
        provisioner
            .getBean(MeterRegistry.class)
            .counter("uruimi.events.unknown", "type", "dev.uruimi.store.painted.v1");
    assertThat(counter.count()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void anEngineNobodyKnowsFails() {
    servers.log.say(Stores.request(id, 1, "nonesuch"));

    assertThat(awaitFailed().code()).isEqualTo(ReasonCode.ENGINE_UNKNOWN.code());
    assertThat(client.namespaces().withName(id.namespace()).get()).isNull();
  }

  @Test
  void valuesAgainstTheChartsSchemaFail() {
    request(1, Map.of("replicas", 9));

    var reason = awaitFailed();

    assertThat(reason.code()).isEqualTo(ReasonCode.CHART_INVALID.code());
    assertThat(reason.parameters().get("message")).contains("replicas");
  }

  @Test
  void aValueThatIsNoChoiceFailsBeforeAnythingIsMade() {
    request(1, Map.of("store", Map.of("name", "mine")));

    var reason = awaitFailed();

    assertThat(reason.code()).isEqualTo(ReasonCode.CHART_INVALID.code());
    assertThat(reason.parameters().get("message")).contains("values: store is not a choice");
    assertThat(client.namespaces().withName(id.namespace()).get()).isNull();
  }

  @Test
  void anObjectTheClusterRefusesFailsWithItsName() {
    request(1, Map.of("service", "Not A Name"));

    var reason = awaitFailed();

    assertThat(reason.code()).isEqualTo(ReasonCode.ADMISSION_REFUSED.code());
    assertThat(reason.parameters().get("object")).contains("Not A Name");
  }

  @Test
  void aChartBeyondThePlansQuotaFailsAndARetryGetsOverIt() {
    request(1, Map.of("claims", 5));

    assertThat(awaitFailed().code()).isEqualTo(ReasonCode.QUOTA_EXCEEDED.code());

    request(2, Map.of());

    awaitInstalled(2);
  }

  @Test
  void aStoreClaimedElsewhereIsLeftAloneUntilTheClaimEnds() {
    var until = Instant.now().plusSeconds(6);
    var spec = Stores.request(id, 1, "tiny").store();
    records.change(
        id,
        _ -> {
          var record = StoreRecord.of(new StoreRecordSpec(id, Desired.PRESENT, 1, spec, null));
          return record.with(record.getStatus().with(new Claim("provisioner/other", until)));
        });

    awaitInstalled(1);

    var made = client.namespaces().withName(id.namespace()).get().getMetadata();
    assertThat(Instant.parse(made.getCreationTimestamp())).isAfterOrEqualTo(until.minusSeconds(1));
  }

  @Test
  void aNamespaceThatIsStillGoingIsWaitedFor() {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(id.namespace())
                .endMetadata()
                .withNewSpec()
                .withFinalizers("kubernetes", "uruimi.dev/test")
                .endSpec()
                .build())
        .create();
    client.namespaces().withName(id.namespace()).delete();
    request(1, Map.of());
    await()
        .atMost(LONG)
        .until(() -> records.find(id).map(r -> r.getStatus().provision()).isPresent());
    assertThat(servers.log.answers(id)).isEmpty();

    finalizeNamespace();

    awaitInstalled(1);
  }

  @Test
  void aRequestThatComesWhileTheClusterIsAwayIsTakenUpWhenItIsBack() {
    servers.kubernetes.stop();
    try {
      request(1, Map.of());
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(
                          provisioner
                              .getBean("informers", HealthIndicator.class)
                              .health(true)
                              .getStatus())
                      .isEqualTo(Status.DOWN));
    } finally {
      servers.kubernetes.start();
    }

    awaitInstalled(1);

    assertThat(provisioner.getBean("informers", HealthIndicator.class).health(true).getStatus())
        .isEqualTo(Status.UP);
  }

  @Test
  void killedInTheMiddleOfAnInstallItFinishesAfterTheNextStart() throws Exception {
    provisioner.close();
    try (var killed = new ProvisionerProcess(servers.settings(ENGINES), servers.kubernetes)) {
      servers.log.say(Stores.request(id, 1, "slow"));
      store.awaitHook("");
      assertThat(store.releaseStatuses()).containsExactly("pending-install");
    }
    assertThat(store.releaseStatuses()).containsExactly("pending-install");
    var first = store.hook();

    provisioner = servers.provisioner(ENGINES);
    store.awaitHook(first);
    store.hookSucceeds();

    awaitInstalled(1);
    assertThat(store.releaseStatuses()).containsExactly("deployed");
    assertThat(servers.log.answers(id)).extracting(StoreEvent::id).doesNotHaveDuplicates();
  }

  private void finalizeNamespace() {
    var namespace = client.namespaces().withName(id.namespace()).get();
    namespace.getSpec().setFinalizers(List.of());
    client.namespaces().resource(namespace).subresource("finalize").update();
  }

  private void request(int attempt, Map<String, Object> values) {
    servers.log.say(Stores.request(id, attempt, "tiny", values));
  }

  private void awaitInstalled(int attempt) {
    await()
        .atMost(LONG)
        .until(
            () ->
                servers.log.answers(id).stream()
                    .anyMatch(
                        event -> event instanceof StoreInstalled && event.attempt() == attempt));
    await().atMost(LONG).until(() -> records.find(id).orElseThrow().getStatus().claim() == null);
  }

  private StoreInstalled installed(int attempt) {
    return servers.log.answers(id).stream()
        .filter(event -> event instanceof StoreInstalled && event.attempt() == attempt)
        .map(StoreInstalled.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private dev.uruimi.events.Reason awaitFailed() {
    await()
        .atMost(LONG)
        .until(() -> servers.log.answers(id).stream().anyMatch(StoreFailed.class::isInstance));
    return servers.log.answers(id).stream()
        .filter(StoreFailed.class::isInstance)
        .map(event -> ((StoreFailed) event).reason())
        .findFirst()
        .orElseThrow();
  }

  private io.fabric8.kubernetes.api.model.Secret secret() {
    return client.secrets().inNamespace(id.namespace()).withName("shop-credentials").get();
  }

  private PersistentVolumeClaim volume() {
    return client.persistentVolumeClaims().inNamespace(id.namespace()).withName("data").get();
  }

  private static StoreRecord ready(StoreRecord record) {
    var verdict = Verdict.found(1, 1, 1, Verdict.State.READY, null, Instant.now()).said(0);
    return record.with(record.getStatus().with(verdict));
  }

  private static void bury(StoreId id) {
    records.change(id, _ -> StoreRecord.of(new StoreRecordSpec(id, Desired.ABSENT, 2, null, null)));
  }

  private Map<String, String> encoded(String engine) {
    var event = Stores.request(id, 1, engine);
    return new EventCodec().encode(EventEnvelope.of(event, "test", Instant.EPOCH, null)).headers();
  }

  /** The store as it is once nothing changes any more. */
  private Map<String, String> quiet() {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            new java.util.concurrent.Callable<Boolean>() {
              private Map<String, String> last = Map.of();

              @Override
              public Boolean call() {
                var now = Snapshot.of(client, id);
                var same = now.equals(last);
                last = now;
                return same;
              }
            });
    return Snapshot.of(client, id);
  }

  /** Waits until all records are read and all work is done. */
  private static void awaitRead() {
    await().atMost(LONG).untilAsserted(() -> assertThat(committed()).isEqualTo(ends()));
    await().atMost(LONG).until(() -> provisioner.getBean(WorkQueue.class).size() == 0);
    await()
        .atMost(LONG)
        .until(
            () ->
                provisioner.getBean("informers", HealthIndicator.class).health(true).getStatus()
                    == Status.UP);
  }

  private static Map<TopicPartition, Long> ends() throws Exception {
    var ends = new HashMap<TopicPartition, Long>();
    for (var record : servers.log.records(Topics.STORE_EVENTS)) {
      ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
    return ends;
  }

  private static Map<TopicPartition, Long> committed() throws Exception {
    try (var admin = servers.log.admin()) {
      var offsets = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets("provisioner")
          .partitionsToOffsetAndMetadata()
          .get(30, TimeUnit.SECONDS)
          .forEach(
              (partition, offset) -> {
                if (offset != null && offset.offset() > 0) {
                  offsets.put(partition, offset.offset());
                }
              });
      return offsets;
    }
  }

  private static void resetToTheBeginning() throws Exception {
    try (var admin = servers.log.admin()) {
      var zero = new HashMap<TopicPartition, OffsetAndMetadata>();
      ends().keySet().forEach(partition -> zero.put(partition, new OffsetAndMetadata(0)));
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .until(
              () -> {
                admin
                    .alterConsumerGroupOffsets("provisioner", zero)
                    .all()
                    .get(30, TimeUnit.SECONDS);
                return true;
              });
    }
  }

  private static List<String> names(
      io.fabric8.kubernetes.api.model.KubernetesResourceList<? extends HasMetadata> list) {
    return list.getItems().stream().map(object -> object.getMetadata().getName()).toList();
  }
}
