package dev.uruimi.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.worker.reconcile.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the provisioner on one broker and one API server. */
class TwoProvisionersIT {

  private static final String ENGINES = "provisioner/src/test/engines";
  private static final Duration LONG = Duration.ofSeconds(90);

  private static Servers servers;
  private static ConfigurableApplicationContext first;
  private static ConfigurableApplicationContext second;

  private final ProvisionedStore store = new ProvisionedStore(servers);

  @BeforeAll
  static void start() throws Exception {
    servers = new Servers();
    first = servers.replica(ENGINES, "first");
    second = servers.replica(ENGINES, "second");
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    servers.close();
  }

  @Test
  void bothAreHandedTheSameStoresAndEachIsMadeOnce() {
    var stores = Stream.generate(() -> new ProvisionedStore(servers)).limit(6).toList();
    stores.forEach(asked -> asked.request(1, "tiny", Map.of()));
    stores.forEach(asked -> asked.request(1, "tiny", Map.of()));

    for (var asked : stores) {
      assertThat(asked.awaitInstalled(1)).isEqualTo(1);
    }
    nobodyHasWork();

    for (var asked : stores) {
      assertThat(asked.releaseStatuses()).containsExactly("deployed");
      assertThat(asked.saidIds()).hasSize(5).doesNotHaveDuplicates();
      assertThat(asked.credentials().getMetadata().getManagedFields()).hasSize(1);
    }
  }

  @Test
  void aRebalanceInMidInstallChangesNothing() throws Exception {
    consuming(second, State.STOPPED);
    awaitConsumers(1);
    store.request(1, "slow", Map.of());
    var hook = store.awaitHook("");
    var holder = store.status().claim().holder();

    consuming(second, State.STARTED);
    awaitConsumers(2);
    store.request(1, "slow", Map.of());
    assertThat(store.status().claim().holder()).isEqualTo(holder);
    assertThat(store.hook()).isEqualTo(hook);
    store.hookSucceeds();

    assertThat(store.awaitInstalled(1)).isEqualTo(1);
    nobodyHasWork();
    assertThat(store.hook()).as("Helm was called once").isEqualTo(hook);
    assertThat(store.releaseStatuses()).containsExactly("deployed");
    assertThat(store.saidIds()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aDeleteInMidInstallFreesTheStoreForCleanup() {
    store.request(1, "slow", Map.of());
    store.awaitHook("");

    store.mustGo();

    await().atMost(Duration.ofSeconds(15)).until(() -> store.status().claim() == null);
    nobodyHasWork();
    assertThat(store.releaseStatuses()).containsExactly("pending-install");
    assertThat(store.saidIds()).noneMatch(id -> id.contains("chart") || id.contains("installed"));
    assertThat(store.status().claim()).isNull();
  }

  @Test
  void aRetryInMidInstallIsTakenUpAfterwardsWithTheSameSecrets() {
    store.request(1, "slow", Map.of());
    var hook = store.awaitHook("");
    var namespace = store.id.namespace();

    store.request(2, "slow", Map.of());
    store.request(1, "slow", Map.of());
    store.hookSucceeds();
    store.awaitHook(hook);
    store.hookSucceeds();

    assertThat(store.awaitInstalled(2)).isEqualTo(1);
    nobodyHasWork();
    assertThat(store.releaseStatuses()).as(namespace).containsExactly("deployed");
    assertThat(store.saidIds()).doesNotHaveDuplicates().last().asString().contains("/2/installed");
  }

  private static void consuming(ConfigurableApplicationContext provisioner, State state) {
    provisioner.getBean(BindingsLifecycleController.class).changeState("storeEvents-in-0", state);
  }

  private static void awaitConsumers(int count) throws Exception {
    try (var admin = servers.log.admin()) {
      await()
          .atMost(LONG)
          .until(
              () -> {
                var members =
                    admin
                        .describeConsumerGroups(List.of("provisioner"))
                        .all()
                        .get(30, TimeUnit.SECONDS)
                        .get("provisioner")
                        .members();
                return members.size() == count
                    && members.stream().noneMatch(m -> m.assignment().topicPartitions().isEmpty());
              });
    }
  }

  private static void nobodyHasWork() {
    await()
        .atMost(LONG)
        .until(
            () -> Stream.of(first, second).allMatch(it -> it.getBean(WorkQueue.class).size() == 0));
  }
}
