package dev.uruimi.provisioner.reconcile;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.helm.HelmException;
import dev.uruimi.helm.HelmFailure;
import dev.uruimi.helm.InMemoryHelmRunner;
import dev.uruimi.helm.ReleaseState;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.cluster.StoreCluster;
import dev.uruimi.provisioner.decide.Observation.Leftovers;
import dev.uruimi.provisioner.decide.Observation.Namespace;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Everything outside of a provisioner, for one store, in memory. At any touch of it the provisioner
 * can be killed: from then on it reaches nothing any more, until {@link #restart()}.
 */
final class World implements RecordChanges, StoreCluster, AutoCloseable {

  /** The end of the provisioner's process. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final Blueprints BLUEPRINTS =
      new Blueprints(
          EngineCatalogue.load(Path.of("src/test/catalogue"), _ -> null), "traefik", "80");

  final List<StoreEvent> said = new ArrayList<>();
  final InMemoryHelmRunner helm = new InMemoryHelmRunner(this::touch, _ -> makeObjects());
  StoreRecord record;
  Namespace namespace = Namespace.ABSENT;
  boolean guarded;
  int secretsMade;
  String volume = "";
  HelmFailure helmFails;
  Runnable onNextTouch = () -> {};

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private Duration passed = Duration.ZERO;
  private int volumesMade;
  private boolean secret;
  private int touches;
  private int killAt = Integer.MAX_VALUE;
  private boolean dead;

  void killAtTouch(int number) {
    killAt = touches + number;
  }

  /** Another process with the same name. */
  void restart() {
    dead = false;
    killAt = Integer.MAX_VALUE;
  }

  /** Reconciles until the store is settled. */
  void run(StoreId id) {
    run(id, "provisioner/test");
  }

  void run(StoreId id, String holder) {
    var provisioner = provisioner(holder);
    for (int i = 0; i < 20; i++) {
      if (provisioner.reconcile(id) instanceof Outcome.Settled) {
        return;
      }
    }
    throw new AssertionError("does not settle");
  }

  ProvisioningStores provisioner(String holder) {
    var clock = clock();
    var terms = new ClaimTerms(holder, Duration.ofSeconds(30), Duration.ofSeconds(10), clock);
    var log =
        new ProvisionLog(
            (event, _) -> {
              touch();
              said.add(event);
              touch();
            },
            clock);
    return new ProvisioningStores(
        new Claims(this, terms, timer),
        new Observer(BLUEPRINTS, this, helm),
        new Performer(BLUEPRINTS, this, helm, log, clock),
        terms);
  }

  /** Lets time pass for everybody. */
  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /**
   * What cleanup does to a store that must go, as soon as nobody works on it.
   *
   * @return whether it was done
   */
  boolean cleanUp(StoreId id) {
    var claim = record.getStatus().claim();
    if (!record.isTombstone() || (claim != null && claim.isHeldAgainst("cleanup/test", now()))) {
      return false;
    }
    helm.forget(id.namespace(), id.namespace());
    namespace = Namespace.ABSENT;
    volume = "";
    secret = false;
    guarded = false;
    return true;
  }

  Instant now() {
    return Instant.now().plus(passed);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now();
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }

  @Override
  public StoreRecords.Change change(StoreId id, Function<StoreRecord, StoreRecord> decision) {
    touch();
    var wanted = decision.apply(record);
    if (wanted == null) {
      return new StoreRecords.Change(false, record);
    }
    record = wanted;
    touch();
    return new StoreRecords.Change(true, record);
  }

  @Override
  public Namespace namespace(StoreId id) {
    touch();
    return namespace;
  }

  @Override
  public Leftovers leftovers(StoreId id) {
    touch();
    return volume.isEmpty() ? Leftovers.NONE : Leftovers.PRESENT;
  }

  @Override
  public void applyNamespace(Blueprint blueprint) {
    touch();
    namespace = Namespace.ACTIVE;
    touch();
  }

  @Override
  public void applyGuardrails(Blueprint blueprint) {
    touch();
    guarded = true;
    touch();
  }

  @Override
  public void createSecrets(Blueprint blueprint) {
    touch();
    if (!secret) {
      secret = true;
      secretsMade++;
    }
    touch();
  }

  @Override
  public void removeLeftovers(StoreId id) {
    volume = "";
    touch();
  }

  /** The newest revision of the store's release. */
  ReleaseState.Present release(StoreId id) {
    return (ReleaseState.Present) helm.newest(id.namespace(), id.namespace());
  }

  private void makeObjects() {
    if (volume.isEmpty()) {
      volume = "volume " + ++volumesMade;
    }
    if (helmFails != null) {
      throw new HelmException(helmFails, "Service \"x\" is invalid: for a test");
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void touch() {
    var now = onNextTouch;
    onNextTouch = () -> {};
    now.run();
    if (dead || ++touches >= killAt) {
      dead = true;
      throw new Killed();
    }
  }
}
