package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.Step;
import dev.uruimi.helm.HelmRunner;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.blueprint.Installations;
import dev.uruimi.provisioner.cluster.StoreCluster;
import dev.uruimi.provisioner.decide.Act;
import dev.uruimi.worker.record.StoreRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Does what was decided. Every act may be repeated. */
public final class Performer {

  private final Blueprints blueprints;
  private final StoreCluster cluster;
  private final HelmRunner helm;
  private final ProvisionLog log;
  private final Clock clock;

  public Performer(
      Blueprints blueprints, StoreCluster cluster, HelmRunner helm, ProvisionLog log, Clock clock) {
    this.blueprints = blueprints;
    this.cluster = cluster;
    this.helm = helm;
    this.log = log;
    this.clock = clock;
  }

  /**
   * @param record as the act was decided on
   */
  void perform(Act act, ClaimedStore claimed, StoreRecord record) {
    var name = record.storeId().namespace();
    switch (act) {
      case Act.Settle() -> {}
      case Act.Wait(_) -> {}
      case Act.Begin(var attempt) -> log.begin(claimed, attempt);
      case Act.RetakeSteps() -> log.retakeSteps(claimed);
      case Act.TakeStep(var step) -> {
        var begin = clock.instant();
        take(step, blueprint(record));
        log.completed(claimed, record, step, since(begin));
      }
      case Act.Uninstall() -> helm.uninstall(name, name);
      case Act.RemoveLeftovers() -> cluster.removeLeftovers(record.storeId());
      case Act.Abandon(var revision) -> helm.abandon(name, name, revision);
      case Act.Install() ->
          helm.install(Installations.of(blueprint(record), record.getSpec().attempt()));
      case Act.Upgrade() ->
          helm.upgrade(Installations.of(blueprint(record), record.getSpec().attempt()));
      case Act.SayChart() -> log.completed(claimed, record, Step.CHART, log.sinceLastStep(record));
      case Act.SayInstalled(var revision) -> log.installed(claimed, record, revision);
      case Act.GiveUp(var reason) -> log.failed(claimed, record, reason);
    }
  }

  private void take(Step step, Blueprint blueprint) {
    switch (step) {
      case NAMESPACE -> cluster.applyNamespace(blueprint);
      case GUARDRAILS -> cluster.applyGuardrails(blueprint);
      case SECRETS -> cluster.createSecrets(blueprint);
      case CHART -> throw new IllegalArgumentException("the chart is installed, not taken");
    }
  }

  private Blueprint blueprint(StoreRecord record) {
    return blueprints.of(record.storeId(), Objects.requireNonNull(record.getSpec().store()));
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }
}
