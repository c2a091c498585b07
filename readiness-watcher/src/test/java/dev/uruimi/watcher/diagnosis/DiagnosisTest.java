package dev.uruimi.watcher.diagnosis;

import static dev.uruimi.watcher.diagnosis.Seen.GRACES;
import static dev.uruimi.watcher.diagnosis.Seen.NOW;
import static dev.uruimi.watcher.diagnosis.Seen.container;
import static dev.uruimi.watcher.diagnosis.Seen.crashed;
import static dev.uruimi.watcher.diagnosis.Seen.end;
import static dev.uruimi.watcher.diagnosis.Seen.runningAfter;
import static dev.uruimi.watcher.diagnosis.Seen.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.uruimi.events.Reason;
import dev.uruimi.watcher.diagnosis.Container.Running;
import dev.uruimi.watcher.diagnosis.Container.Waiting;
import dev.uruimi.watcher.diagnosis.Diagnosis.Failing;
import dev.uruimi.watcher.diagnosis.Diagnosis.Healthy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {

  private static final String NO_REGISTRY =
      "failed to pull and unpack image \"localhost/shop:1\": failed to resolve reference"
          + " \"localhost/shop:1\": failed to do request: Head \"https://localhost/v2/shop/manifests/1?sig=abc\":"
          + " dial tcp 127.0.0.1:443: connect: connection refused";

  static Stream<Arguments> saidAtOnce() {
    return Stream.of(
        argumentSet(
            "an image that is never pulled",
            store()
                .waiting(
                    "ErrImageNeverPull", "Container image \"localhost/shop:1\" is not present"),
            "The image localhost/shop:1 cannot be pulled: Container image \"localhost/shop:1\" is not"
                + " present"),
        argumentSet(
            "an image name that is none",
            store().waiting("InvalidImageName", "couldn't parse image name \"LOCAL!\""),
            "The image localhost/shop:1 cannot be pulled: couldn't parse image name \"LOCAL!\""),
        argumentSet(
            "an image the registry does not have",
            store()
                .waiting(
                    "ErrImagePull",
                    "rpc error: code = NotFound desc = failed to pull and unpack image \"r/shop:1\":"
                        + " failed to resolve reference \"r/shop:1\": r/shop:1: not found"),
            "The image localhost/shop:1 cannot be pulled: r/shop:1: not found"),
        argumentSet(
            "the same, met during the kubelet's pause",
            store()
                .waiting(
                    "ImagePullBackOff",
                    "Back-off pulling image \"r/shop:1\": ErrImagePull: rpc error: code = NotFound desc"
                        + " = failed to pull and unpack image \"r/shop:1\": failed to resolve reference"
                        + " \"r/shop:1\": r/shop:1: not found"),
            "The image localhost/shop:1 cannot be pulled: r/shop:1: not found"),
        argumentSet(
            "an image the registry does not give",
            store()
                .waiting(
                    "ErrImagePull",
                    "failed to authorize: failed to fetch oauth token: 401 Unauthorized"),
            "The image localhost/shop:1 cannot be pulled: failed to authorize: failed to fetch oauth"
                + " token: 401 Unauthorized"),
        argumentSet(
            "a refusal by the quota",
            store()
                .refusing(
                    "pods \"shop-7d-x9\" is forbidden: exceeded quota: store, requested: pods=1, used:"
                        + " pods=8, limited: pods=8"),
            "The namespace's quota refuses a pod: exceeded quota: store, requested: pods=1, used:"
                + " pods=8, limited: pods=8"),
        argumentSet(
            "a refusal by pod security",
            store()
                .refusing(
                    "pods \"shop-7d-x9\" is forbidden: violates PodSecurity \"restricted:latest\":"
                        + " privileged"),
            "The cluster refuses Deployment shop: violates PodSecurity \"restricted:latest\":"
                + " privileged"),
        argumentSet(
            "a refusal by a webhook",
            store().refusing("admission webhook \"policy\" denied the request: no"),
            "The cluster refuses Deployment shop: admission webhook \"policy\" denied the request: no"),
        argumentSet(
            "a refusal of a StatefulSet's pod, of which only events tell",
            store()
                .with(new Workload("StatefulSet", "db", 1, 0, 0, 0, true, null))
                .warning(
                    "StatefulSet",
                    "db",
                    "FailedCreate",
                    "create Pod db-0 in StatefulSet db failed error: pods \"db-0\" is forbidden: exceeded"
                        + " quota: store"),
            "The namespace's quota refuses a pod: exceeded quota: store"),
        argumentSet(
            "a refusal of a job's pod",
            store()
                .with(new SetupJob("setup", false, false, null))
                .warning(
                    "Job", "setup", "FailedCreate", "pods is forbidden: exceeded quota: store"),
            "The namespace's quota refuses a pod: exceeded quota: store"),
        argumentSet(
            "a wrong PostgreSQL password",
            store()
                .with(
                    crashed(1, 1, "Error", "FATAL: password authentication failed for user \"m\"")),
            "The shop cannot log in to its database: the database refuses the password"),
        argumentSet(
            "a wrong MariaDB password in an init container",
            store()
                .with(
                    new Container(
                        "setup", "i", true, false, end(45, "Error", "ERROR (1045) no"), 0, null)),
            "The shop cannot log in to its database: the database refuses user or password (1045)"),
        argumentSet(
            "a wrong password, while the container tries again",
            store().with(runningAfter(1, end(1, "Error", "password authentication failed"))),
            "The shop cannot log in to its database: the database refuses the password"),
        argumentSet(
            "a set-up job that gave up",
            store()
                .with(
                    new SetupJob(
                        "setup", false, true, "Job has reached the specified backoff limit")),
            "Set-up job setup failed: Job has reached the specified backoff limit"),
        argumentSet(
            "memory used up twice",
            store().with(crashed(2, 137, "OOMKilled", null)),
            "Container api of pod shop-1 ran out of memory"),
        argumentSet(
            "a heap used up twice",
            store()
                .with(
                    crashed(
                        2,
                        139,
                        "Error",
                        "FATAL ERROR: Reached heap limit - JavaScript heap out of memory")),
            "Container api of pod shop-1 ran out of memory"),
        argumentSet(
            "a running shop that failed three probes",
            store()
                .thatWasReady()
                .withReadyPods()
                .probed(new Probe(NOW, 3, "the page answers", "status 502 instead of [200]")),
            "The shop does not answer as it should at step \"the page answers\": status 502 instead of"
                + " [200]"));
  }

  @ParameterizedTest
  @MethodSource
  void saidAtOnce(Seen seen, String sentence) {
    assertThat(causes(seen.now()).getFirst().sentence()).isEqualTo(sentence);
  }

  static Stream<Arguments> saidAfterAGrace() {
    return Stream.of(
        argumentSet(
            "an image of a registry that is not there",
            store().waiting("ErrImagePull", NO_REGISTRY),
            GRACES.imagePull(),
            "The image localhost/shop:1 cannot be pulled: failed to do request: Head"
                + " \"https://localhost/v2/shop/manifests/1?…\": dial tcp 127.0.0.1:443: connect:"
                + " connection refused"),
        argumentSet(
            "the kubelet's pause after that",
            store().waiting("ImagePullBackOff", "Back-off pulling image \"localhost/shop:1\""),
            GRACES.imagePull(),
            "The image localhost/shop:1 cannot be pulled: ImagePullBackOff"),
        argumentSet(
            "a first crash",
            store().with(crashed(1, 1, "Error", "connect ECONNREFUSED 10.96.0.7:5432")),
            GRACES.crash(),
            "Container api of pod shop-1 keeps crashing (exit code 1): a connection was refused"),
        argumentSet(
            "memory used up once",
            store().with(crashed(1, 137, "OOMKilled", null)),
            GRACES.crash(),
            "Container api of pod shop-1 keeps crashing (exit code 137): it used more memory than it"
                + " may"),
        argumentSet(
            "a third crash",
            store().with(crashed(3, 2, "Error", null)),
            GRACES.crashAgain(),
            "Container api of pod shop-1 keeps crashing (exit code 2): its log says more"),
        argumentSet(
            "a container that runs for a moment between crashes",
            store().with(runningAfter(4, end(2, "Error", null))),
            GRACES.crashAgain(),
            "Container api of pod shop-1 keeps crashing (exit code 2): its log says more"),
        argumentSet(
            "a program that ends though it should serve",
            store().with(crashed(3, 0, "Completed", null)),
            GRACES.crashAgain(),
            "Container api of pod shop-1 keeps crashing (exit code 0): its log says more"),
        argumentSet(
            "a claim that no provisioner serves",
            store()
                .with(new VolumeClaim("data", false, false, NOW))
                .warning(
                    "PersistentVolumeClaim",
                    "data",
                    "ProvisioningFailed",
                    "storageclass.storage.k8s.io \"fast\" not found"),
            GRACES.volume(),
            "Volume claim data is not bound: storageclass.storage.k8s.io \"fast\" not found"),
        argumentSet(
            "a claim that keeps a pod from its node",
            store()
                .with(new VolumeClaim("data", false, false, NOW))
                .unschedulable("pod has unbound immediate PersistentVolumeClaims", Duration.ZERO),
            GRACES.volume(),
            "Volume claim data is not bound: pod has unbound immediate PersistentVolumeClaims"),
        argumentSet(
            "a claim whose consumer has a node",
            store()
                .with(new VolumeClaim("data", false, true, NOW))
                .waiting("ContainerCreating", null),
            GRACES.volume(),
            "Volume claim data is not bound: its volume is not made yet"),
        argumentSet(
            "a pod that is too large",
            store().unschedulable("0/1 nodes are available: 1 Insufficient memory.", Duration.ZERO),
            GRACES.scheduling(),
            "Pod shop-1 fits on no node: 0/1 nodes are available: 1 Insufficient memory."),
        argumentSet(
            "a service account that is not there yet",
            store()
                .refusing(
                    "pods \"shop-\" is forbidden: error looking up service account store-abc/default:"
                        + " serviceaccount \"default\" not found"),
            GRACES.creation(),
            "The cluster refuses Deployment shop: error looking up service account store-abc/default:"
                + " serviceaccount \"default\" not found"),
        argumentSet(
            "a Secret that is not there",
            store().waiting("CreateContainerConfigError", "secret \"database\" not found"),
            GRACES.stuck(),
            "Container api of pod shop-1 is not ready: CreateContainerConfigError: secret \"database\""
                + " not found"),
        argumentSet(
            "a volume that cannot be mounted",
            store()
                .waiting("ContainerCreating", null)
                .warning(
                    "Pod", "shop-1", "FailedMount", "MountVolume.SetUp failed for volume \"x\""),
            GRACES.stuck(),
            "Container api of pod shop-1 is not ready: FailedMount: MountVolume.SetUp failed for volume"
                + " \"x\""),
        argumentSet(
            "pods that never become ready",
            store().with(container(new Running(), 0, null)),
            GRACES.podsStarting(),
            "Deployment shop is not ready: 0 of 1 pods ready"),
        argumentSet(
            "pods that stop being ready",
            store().thatWasReady().with(crashed(1, 9, "Error", null)),
            GRACES.podsRunning(),
            "Deployment shop is not ready: 0 of 1 pods ready; container api: CrashLoopBackOff"),
        argumentSet(
            "a workload without a pod",
            store().with(new Workload("Deployment", "shop", 1, 0, 0, 0, true, null)),
            GRACES.podsStarting(),
            "Deployment shop is not ready: 0 of 1 pods ready"),
        argumentSet(
            "a shop that does not answer though its pods are ready",
            store()
                .withReadyPods()
                .probed(new Probe(NOW, 9, "a cart can be made", "status 500 instead of [200]")),
            GRACES.shopStarting(),
            "The shop does not answer as it should at step \"a cart can be made\": status 500 instead of"
                + " [200]"),
        argumentSet(
            "a namespace that was removed",
            store().thatWasReady().without("namespace"),
            GRACES.missing(),
            "The namespace store-abc was removed from outside"),
        argumentSet(
            "a release that was removed",
            store().thatWasReady().without("release"),
            GRACES.missing(),
            "The Helm release store-abc was removed from outside"));
  }

  @ParameterizedTest
  @MethodSource
  void saidAfterAGrace(Seen seen, Duration grace, String sentence) {
    assertThat(causes(seen.after(grace.minusMillis(1))))
        .extracting(Reason::sentence)
        .doesNotContain(sentence);
    assertThat(causes(seen.after(grace))).extracting(Reason::sentence).contains(sentence);
  }

  static Stream<Arguments> noTrouble() {
    return Stream.of(
        argumentSet("a pod that is being made", store().waiting("ContainerCreating", null)),
        argumentSet(
            "a claim that waits for its first consumer",
            store().with(new VolumeClaim("data", false, false, NOW.minusSeconds(900)))),
        argumentSet(
            "an init container that did its work",
            store()
                .with(new Container("setup", "i", true, true, end(0, "Completed", null), 0, null))),
        argumentSet(
            "a container that runs after one crash",
            store().with(runningAfter(1, end(1, "Error", null)))),
        argumentSet(
            "a container whose crashes are long ago",
            store()
                .with(
                    runningAfter(
                        5, new Container.Ended(1, "Error", NOW.minusSeconds(3600), null)))),
        argumentSet(
            "crashes of a pod that nobody needs",
            store().withReadyPods().with(crashed(9, 1, "Error", null)).probed(Probe.passed(NOW))),
        argumentSet(
            "a job's pod that failed while the job tries again",
            store()
                .with(new SetupJob("setup", false, false, null))
                .with(
                    new Pod(
                        "setup-1",
                        "u",
                        "setup",
                        false,
                        null,
                        List.of(container(end(1, "Error", null), 0, null))))),
        argumentSet(
            "an old refusal of a workload that has its pods",
            store()
                .with(new Workload("StatefulSet", "db", 1, 1, 1, 0, true, null))
                .warning("StatefulSet", "db", "FailedCreate", "exceeded quota: store")),
        argumentSet(
            "a running shop that failed two probes",
            store()
                .thatWasReady()
                .withReadyPods()
                .probed(new Probe(NOW, 2, "page", "status 500"))));
  }

  @ParameterizedTest
  @MethodSource
  void noTrouble(Seen seen) {
    assertThat(causes(seen.after(GRACES.podsStarting().minusSeconds(1)))).isEmpty();
  }

  @Test
  void aShopIsHealthyWhenItsPodsAreReadyAndItAnswered() {
    var seen = store().withReadyPods();

    assertThat(Diagnosis.of(seen.now(), GRACES).finding()).isInstanceOf(Diagnosis.Waiting.class);
    assertThat(Diagnosis.of(seen.probed(Probe.passed(NOW)).now(), GRACES).finding())
        .isInstanceOf(Healthy.class);
  }

  @Test
  void aFirstInstallationIsNotHealthyBeforeItIsRolledOut() {
    var rolling = new Workload("Deployment", "shop", 1, 2, 1, 1, true, null);

    assertThat(store().with(rolling).now().podsReady()).isFalse();
    assertThat(store().thatWasReady().with(rolling).now().podsReady()).isTrue();
  }

  @Test
  void aDeploymentItsControllerHasNotSeenIsNotReady() {
    var unseen = new Workload("Deployment", "shop", 1, 1, 1, 1, false, null);

    assertThat(store().with(unseen).now().podsReady()).isFalse();
  }

  @Test
  void aFailedSetUpMattersOnlyUntilTheShopWasReady() {
    var failed = new SetupJob("setup", false, true, null);

    assertThat(store().withReadyPods().with(failed).now().podsReady()).isFalse();
    assertThat(store().thatWasReady().withReadyPods().with(failed).now().podsReady()).isTrue();
  }

  @Test
  void aShopThatWasReadyIsNotDegradedBeforeItsPodsAreAwayForSomeTime() {
    var seen = store().thatWasReady().waiting("ErrImageNeverPull", "not present");

    assertThat(causes(seen.after(GRACES.podsRunning().minusMillis(1)))).isEmpty();
    assertThat(causes(seen.after(GRACES.podsRunning())))
        .extracting(Reason::code)
        .containsExactly("image_pull", "pods_not_ready");
  }

  @Test
  void aChangeItsControllerHasNotSeenYetDegradesNothing() {
    var changed = new Workload("Deployment", "shop", 1, 2, 1, 1, false, null);
    var seen = store().thatWasReady().with(changed).waiting("ErrImageNeverPull", null);

    assertThat(seen.now().podsReady()).isTrue();
    assertThat(causes(seen.after(GRACES.podsStarting()))).isEmpty();
  }

  @Test
  void theCauseIsToldBeforeItsConsequences() {
    var seen =
        store()
            .with(crashed(5, 1, "Error", null))
            .with(new SetupJob("setup", false, true, null))
            .refusing("exceeded quota: store");

    assertThat(causes(seen.after(Duration.ofHours(1))))
        .extracting(Reason::code)
        .containsExactly("quota_exceeded", "crash_loop", "setup_failed", "pods_not_ready");
  }

  @Test
  void theWrongPasswordIsToldBeforeOtherCrashes() {
    var seen =
        store()
            .with(crashed(5, 1, "Error", null))
            .with(
                new Pod("zzz", "u2", null, false, null, List.of(crashed(1, 1, "Error", "28P01"))));

    assertThat(causes(seen.after(Duration.ofHours(1))).getFirst().code())
        .isEqualTo("database_password");
  }

  @Test
  void whenTheClusterKnowsSinceWhenThatCounts() {
    var seen = store().unschedulable("0/1 nodes are available", GRACES.scheduling());

    assertThat(causes(seen.now())).hasSize(1);
  }

  @Test
  void itSaysWhenToLookAgain() {
    var diagnosis = Diagnosis.of(store().waiting("ErrImagePull", NO_REGISTRY).now(), GRACES);

    assertThat(diagnosis.until()).isEqualTo(NOW.plus(GRACES.imagePull()));
    assertThat(diagnosis.symptoms()).containsExactlyInAnyOrder("image/localhost/shop:1", "pods");
  }

  @Test
  void aPauseOfTheKubeletIsTheSameTroubleAsTheErrorBefore() {
    var error = store().waiting("ErrImagePull", NO_REGISTRY).now();
    var pause = store().waiting("ImagePullBackOff", "Back-off pulling image").now();

    assertThat(Diagnosis.of(pause, GRACES).symptoms())
        .isEqualTo(Diagnosis.of(error, GRACES).symptoms());
  }

  @Test
  void aContainerWaitingForItsImageIsNotCalledStuck() {
    var seen = store().with(container(new Waiting("ImagePullBackOff", null), 0, null));

    assertThat(causes(seen.after(Duration.ofHours(1))))
        .extracting(Reason::code)
        .containsExactly("image_pull", "pods_not_ready");
  }

  private static List<Reason> causes(Observation observation) {
    return Diagnosis.of(observation, GRACES).finding() instanceof Failing(var causes)
        ? causes
        : List.of();
  }
}
