package dev.uruimi.provisioner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.Reason;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final Map<String, String> QUOTA =
      Map.of("requests.cpu", "1", "limits.memory", "1Gi", "pods", "3");

  @Test
  void whatIsJustAllowedIsNotRefused() {
    var demand = demand(deployment(pod("500m", "256Mi"), 2));

    assertThat(QuotaCheck.of(demand, QUOTA)).isEmpty();
  }

  @Test
  void whatLastsCountsTogether() {
    var demand = demand(deployment(pod("500m", "100Mi"), 2), deployment(pod("1m", "100Mi"), 1));

    assertThat(QuotaCheck.of(demand, QUOTA))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("quota_exceeded");
              assertThat(r.sentence()).contains("requests.cpu", "1.001");
            });
  }

  @Test
  void whatEndsCountsAlone() {
    var job = new JobBuilder().withNewMetadata().withName("setup").endMetadata();
    var small =
        job.withNewSpec().withNewTemplate().withSpec(pod("600m", "100Mi")).endTemplate().endSpec();

    assertThat(QuotaCheck.of(demand(deployment(pod("600m", "100Mi"), 1), small.build()), QUOTA))
        .isEmpty();
    var large = small.editSpec().editTemplate().withSpec(pod("2", "100Mi")).endTemplate().endSpec();
    assertThat(QuotaCheck.of(demand(large.build()), QUOTA)).hasSize(1);
  }

  @Test
  void containersThatNameNothingGetTheStoresDefaults() {
    var demand =
        demand(deployment(new PodSpecBuilder().withContainers(container(null, null)).build(), 4));

    assertThat(demand.pods().getFirst().each().cpu()).isEqualByComparingTo("0.025");
    assertThat(codes(QuotaCheck.of(demand, Map.of("pods", "3")))).containsExactly("quota_exceeded");
  }

  @Test
  void aPodThatOneNodeHasRoomForIsNotRefused() {
    var demand = demand(deployment(pod("2", "1Gi"), 1));

    assertThat(CapacityCheck.of(demand, List.of(room(node("1", "8Gi")), room(node("2", "1Gi")))))
        .isEmpty();
  }

  @Test
  void aPodThatNoNodeHasRoomForIsRefusedThoughAllTogetherHave() {
    var demand = demand(deployment(pod("2", "1Gi"), 1));

    assertThat(
            codes(
                CapacityCheck.of(demand, List.of(room(node("1", "8Gi")), room(node("1", "8Gi"))))))
        .containsExactly("unschedulable");
  }

  @Test
  void podsThatFitEachButNotTogetherAreRefused() {
    var demand = demand(deployment(pod("1", "1Gi"), 3));

    assertThat(codes(CapacityCheck.of(demand, List.of(room(node("2", "8Gi"))))))
        .containsExactly("unschedulable");
  }

  @Test
  void podsForSimulatedNodesAreJudgedByThese() {
    var real = room(node("1", "1Gi"));
    var simulated =
        room(
            node("1000", "4Ti")
                .edit()
                .editMetadata()
                .addToLabels("type", "kwok")
                .endMetadata()
                .editOrNewSpec()
                .addNewTaint("NoSchedule", "kwok.x-k8s.io/node", null, "fake")
                .endSpec()
                .build());
    var pod = pod("2", "2Gi");
    var forKwok =
        pod.edit()
            .addToNodeSelector("type", "kwok")
            .addNewToleration()
            .withKey("kwok.x-k8s.io/node")
            .withOperator("Exists")
            .withEffect("NoSchedule")
            .endToleration()
            .build();

    assertThat(CapacityCheck.of(demand(deployment(forKwok, 2)), List.of(real, simulated)))
        .isEmpty();
    assertThat(CapacityCheck.of(demand(deployment(pod, 1)), List.of(real, simulated))).hasSize(1);
    assertThat(CapacityCheck.of(demand(deployment(forKwok, 2)), List.of(real))).hasSize(1);
  }

  @Test
  void cordonedNodesDoNotCountButNodesInTroubleDo() {
    var demand = demand(deployment(pod("1", "1Gi"), 1));
    var cordoned =
        node("8", "8Gi").edit().editOrNewSpec().withUnschedulable(true).endSpec().build();
    var troubled =
        node("8", "8Gi")
            .edit()
            .editOrNewSpec()
            .addNewTaint("NoExecute", "node.kubernetes.io/unreachable", null, null)
            .endSpec()
            .build();

    assertThat(CapacityCheck.of(demand, List.of(room(cordoned)))).hasSize(1);
    assertThat(CapacityCheck.of(demand, List.of(room(troubled)))).isEmpty();
  }

  @Test
  void classesThatDoNotExistAreRefused() {
    var demand = demand(claim("fast"), claim(null), claim(""), ingress("traefik"));

    assertThat(codes(ClassCheck.of(demand, facts(Set.of(), false, Set.of(), Set.of("nginx")))))
        .containsExactly("storage_class_missing", "storage_class_missing", "ingress_class_missing");
    assertThat(ClassCheck.of(demand, facts(Set.of("fast"), true, Set.of(), Set.of("traefik"))))
        .isEmpty();
  }

  @Test
  void aVolumeThatWaitsNeedsNoStorageClass() {
    assertThat(
            ClassCheck.of(
                demand(claim("by-hand")), facts(Set.of(), false, Set.of("by-hand"), Set.of())))
        .isEmpty();
  }

  @Test
  void anImageThatNoNodeHasIsRefusedWhenTheKubeletsHadTimeToReportIt() {
    var now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    var images = new ImageCheck(clock(now));
    var demand = demand(deployment(pod("1m", "1Mi"), 1));
    var without = List.of(room(reporting("localhost/other:1")));

    assertThat(images.of(demand, without)).isEmpty();
    now.updateAndGet(t -> t.plus(Duration.ofSeconds(61)));

    assertThat(codes(images.of(demand, without))).containsExactly("image_pull");
    assertThat(images.of(demand, List.of(room(reporting("localhost/shop:1"))))).isEmpty();
  }

  @Test
  void nothingIsSaidOfImagesThatCannotBeKnown() {
    var now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    var images = new ImageCheck(clock(now));
    var demand = demand(deployment(pod("1m", "1Mi"), 1));
    var fifty =
        IntStream.range(0, 50).mapToObj("localhost/other:%d"::formatted).toArray(String[]::new);
    var simulated =
        reporting("localhost/other:1")
            .edit()
            .editMetadata()
            .addToAnnotations("kwok.x-k8s.io/node", "fake")
            .endMetadata()
            .build();

    for (var node : List.of(reporting(fifty), reporting(), simulated)) {
      images.of(demand, List.of(room(node)));
      now.updateAndGet(t -> t.plus(Duration.ofSeconds(61)));
      assertThat(images.of(demand, List.of(room(node)))).isEmpty();
    }
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }

  private static Demand demand(HasMetadata... objects) {
    return Demand.of(List.of(objects));
  }

  private static ClusterFacts facts(
      Set<String> storage, boolean hasDefault, Set<String> free, Set<String> ingress) {
    return new ClusterFacts(List.of(), storage, hasDefault, free, ingress);
  }

  private static Room room(Node node) {
    return new Room(node, Room.allocatable(node));
  }

  private static Node node(String cpu, String memory) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("node")
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .addToAllocatable("cpu", new Quantity(cpu))
        .addToAllocatable("memory", Quantity.parse(memory))
        .endStatus()
        .build();
  }

  private static Node reporting(String... images) {
    var node = node("8", "8Gi").edit().editStatus();
    for (var image : images) {
      node.addNewImage().withNames(image).endImage();
    }
    return node.endStatus().build();
  }

  private static HasMetadata deployment(PodSpec pod, int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("web")
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewTemplate()
        .withSpec(pod)
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodSpec pod(String cpu, String memory) {
    return new PodSpecBuilder().withContainers(container(cpu, memory)).build();
  }

  private static io.fabric8.kubernetes.api.model.Container container(
      @Nullable String cpu, @Nullable String memory) {
    var container = new ContainerBuilder().withName("shop").withImage("localhost/shop:1");
    return cpu == null
        ? container.build()
        : container
            .withNewResources()
            .addToRequests("cpu", Quantity.parse(cpu))
            .addToRequests("memory", Quantity.parse(memory))
            .addToLimits("memory", Quantity.parse(memory))
            .endResources()
            .build();
  }

  private static HasMetadata claim(@Nullable String storageClass) {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName("data")
        .endMetadata()
        .withNewSpec()
        .withStorageClassName(storageClass)
        .endSpec()
        .build();
  }

  private static HasMetadata ingress(String ingressClass) {
    return new IngressBuilder()
        .withNewMetadata()
        .withName("shop")
        .endMetadata()
        .withNewSpec()
        .withIngressClassName(ingressClass)
        .endSpec()
        .build();
  }

  private static Clock clock(AtomicReference<Instant> now) {
    InstantSource source = now::get;
    return source.withZone(ZoneOffset.UTC);
  }
}
