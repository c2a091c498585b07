package dev.uruimi.certify.invariants;

import static dev.uruimi.certify.invariants.Snapshots.BROKEN;
import static dev.uruimi.certify.invariants.Snapshots.DELETED;
import static dev.uruimi.certify.invariants.Snapshots.READY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.certify.snapshot.ClusterObject;
import dev.uruimi.certify.snapshot.RecordSeen;
import dev.uruimi.certify.snapshot.Release;
import dev.uruimi.certify.snapshot.SecretPrint;
import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.snapshot.TableRow;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.certify.stores.RequestKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant holds of a healthy system and complains when one thing is spoilt on purpose. */
class InvariantsTest {

  @Test
  void nothingIsWrongWithAHealthySystem() {
    assertThat(Invariants.all(Snapshots.healthy())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void theCheckerComplains(
      String spoilt, Class<? extends Invariant> invariant, Snapshot snapshot, String subject) {
    var name =
        Invariants.ALL.stream().filter(invariant::isInstance).findFirst().orElseThrow().name();

    assertThat(Invariants.all(snapshot))
        .anySatisfy(
            violation -> {
              assertThat(violation.invariant()).isEqualTo(name);
              assertThat(violation.subject()).contains(subject);
            });
  }

  static Stream<Arguments> theCheckerComplains() {
    var healthy = Snapshots.healthy();
    return Stream.of(
        spoilt(
            "a store that hangs",
            RequestsReachAnEnd.class,
            Snapshots.withRow(row(READY, "starting", 1, null)),
            READY),
        spoilt(
            "a store that stays degraded",
            RequestsReachAnEnd.class,
            Snapshots.withRow(row(READY, "degraded", 1, "pods_not_ready")),
            READY),
        spoilt(
            "a store that failed without a reason",
            RequestsReachAnEnd.class,
            Snapshots.withRow(row(BROKEN, "failed", 1, null)),
            BROKEN),
        spoilt(
            "a store that is there although its deletion was accepted",
            RequestsReachAnEnd.class,
            Snapshots.withRow(row(DELETED, "ready", 1, null)),
            DELETED),
        spoilt(
            "a store asked for that the table never heard of",
            RequestsReachAnEnd.class,
            Snapshots.withAccepted(Snapshots.accepted("b000000001", RequestKind.CREATE, null)),
            "b000000001"),
        spoilt(
            "a retry that was forgotten",
            RequestsReachAnEnd.class,
            Snapshots.withAccepted(
                new AcceptedRequest(BROKEN, RequestKind.RETRY, 2, null, Snapshots.NOW)),
            BROKEN),
        spoilt(
            "a second namespace",
            OneNamespaceOneRelease.class,
            Snapshots.withObject(new ClusterObject("Namespace", "", "store-other", "u", READY)),
            READY),
        spoilt(
            "a second release",
            OneNamespaceOneRelease.class,
            Snapshots.withRelease(new Release("store-" + READY, "store-" + READY + "-2")),
            READY),
        spoilt(
            "a release in somebody else's namespace",
            OneNamespaceOneRelease.class,
            Snapshots.withRelease(new Release("default", "store-" + READY)),
            "default"),
        spoilt(
            "a volume of a deleted store",
            NothingLeftOfDeleted.class,
            Snapshots.withObject(new ClusterObject("PersistentVolume", "", "pv-1", "u", DELETED)),
            DELETED),
        spoilt(
            "evidence of a deleted store",
            NothingLeftOfDeleted.class,
            Snapshots.withObject(
                new ClusterObject("ConfigMap", "uruimi-system", "evidence", "u", DELETED)),
            DELETED),
        spoilt(
            "a tombstone without a receipt",
            NothingLeftOfDeleted.class,
            Snapshots.withRecord(new RecordSeen(DELETED, true, false)),
            DELETED),
        spoilt(
            "a deleted store that its record wants",
            NothingLeftOfDeleted.class,
            Snapshots.withRecord(new RecordSeen(DELETED, false, true)),
            DELETED),
        spoilt(
            "a secret with another password",
            SecretsStay.class,
            Snapshots.withSecret(Snapshots.secret("after")),
            READY),
        spoilt(
            "a table that says something else",
            TableIsTheFold.class,
            Snapshots.withRow(row(READY, "ready", 2, null)),
            READY),
        spoilt(
            "a table with another reason",
            TableIsTheFold.class,
            Snapshots.withRow(row(BROKEN, "failed", 1, "helm_failed")),
            BROKEN),
        spoilt(
            "a store that only the log knows",
            TableIsTheFold.class,
            Snapshots.withRows(healthy, healthy.rows().subList(1, 3)),
            READY),
        spoilt(
            "a store that only the table knows",
            TableIsTheFold.class,
            Snapshots.withLog(healthy.log().subList(2, 7)),
            READY),
        spoilt(
            "an event that stays in the outbox",
            NoEventLost.class,
            Snapshots.withOutbox(READY + "/2/requested"),
            READY),
        spoilt(
            "a request that is not in the log",
            NoEventLost.class,
            Snapshots.withLog(healthy.log().subList(1, 7)),
            READY),
        spoilt(
            "a retry that is not in the log",
            NoEventLost.class,
            Snapshots.withAccepted(
                new AcceptedRequest(BROKEN, RequestKind.RETRY, 2, null, Snapshots.NOW)),
            BROKEN),
        spoilt(
            "a deletion that is not in the log",
            NoEventLost.class,
            Snapshots.withAccepted(Snapshots.accepted(READY, RequestKind.DELETE, null)),
            READY),
        spoilt(
            "a timeline that knows more than the log",
            NoEventLost.class,
            Snapshots.withRow(new TableRow(READY, "ready", 1, null, List.of(READY + "/1/ready/7"))),
            READY),
        spoilt(
            "a broken store that names another cause",
            ReasonsNameTheCause.class,
            Snapshots.withRow(row(BROKEN, "failed", 1, "helm_failed")),
            BROKEN),
        spoilt(
            "a broken store that claims to be ready",
            ReasonsNameTheCause.class,
            Snapshots.withRow(row(BROKEN, "ready", 1, null)),
            BROKEN),
        spoilt(
            "a store that claims a cause which was not injected",
            ReasonsNameTheCause.class,
            Snapshots.withRow(row(READY, "failed", 1, "quota_exceeded")),
            READY));
  }

  @Test
  void everyInvariantIsSpoiltByATest() {
    assertThat(theCheckerComplains().map(arguments -> arguments.get()[1]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Invariants.ALL.stream().<Object>map(Object::getClass).toList());
  }

  @Test
  void aSecretOfANamespaceMadeAnewIsAnother() {
    var anew = new SecretPrint("store-" + READY, "another uid", "bench-credentials", "after");

    assertThat(Invariants.all(Snapshots.withSecret(anew))).isEmpty();
  }

  private static Arguments spoilt(
      String what, Class<? extends Invariant> invariant, Snapshot snapshot, String subject) {
    return Arguments.of(what, invariant, snapshot, subject);
  }

  private static TableRow row(String store, String status, int attempt, String reason) {
    return new TableRow(store, status, attempt, reason, List.of());
  }
}
