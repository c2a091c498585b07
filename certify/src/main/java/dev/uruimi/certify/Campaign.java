package dev.uruimi.certify;

import dev.uruimi.certify.faults.FaultKind;
import dev.uruimi.certify.faults.FaultKinds;
import dev.uruimi.certify.invariants.Violation;
import dev.uruimi.certify.plan.Round;
import dev.uruimi.certify.plan.Schedule;
import dev.uruimi.certify.report.Results;
import dev.uruimi.certify.report.RunResult;
import dev.uruimi.certify.snapshot.SnapshotReader;
import dev.uruimi.certify.stores.Asking;
import dev.uruimi.certify.stores.Ledger;
import dev.uruimi.certify.stores.StoreApi;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Rounds of faults against an installation until the time is up. What each round found is saved
 * before the next one begins; a later run of the same campaign goes on with the next round.
 */
public final class Campaign {

  private final CampaignSettings settings;
  private final Installation installation;
  private final Progress progress;
  private final Clock clock;
  private final Results results;

  public Campaign(
      CampaignSettings settings, Installation installation, Progress progress, Clock clock) {
    this.settings = settings;
    this.installation = installation;
    this.progress = progress;
    this.clock = clock;
    this.results = new Results(settings.results());
  }

  /**
   * Runs it. When this ends, in whatever way, no fault is left.
   *
   * @throws InterruptedException when a person ended it; what was found until then is saved
   */
  public RunResult run() throws IOException, InterruptedException {
    try (installation;
        var ledger = Ledger.open(settings.ledger());
        var api = new StoreApi(installation.api(), installation.logInToken());
        var cluster = client();
        var reader = new SnapshotReader(installation, cluster, ledger)) {
      var asking = new Asking(api, ledger, settings.name(), settings.engine(), clock);
      var round = new RoundRun(installation, cluster, reader, asking, settings.patience(), clock);
      return rounds(round, new Convergence(reader, clock), ledger);
    }
  }

  private RunResult rounds(RoundRun runs, Convergence convergence, Ledger ledger)
      throws IOException, InterruptedException {
    var done = results.lastRound(settings.name());
    var tally = new Tally(settings, clock.instant(), ledger.accepted().size());
    var schedule = schedule(done);
    var end = end();
    while (clock.instant().isBefore(end)) {
      var next = schedule.next();
      one(next, runs, convergence, tally);
      results.save(tally.result(ledger.accepted(), clock.instant()));
      if (settings.limit() == null && schedule.isDeckDone()) {
        break;
      }
    }
    return tally.result(ledger.accepted(), clock.instant());
  }

  /** After the rounds that earlier runs have finished. */
  private Schedule schedule(int done) {
    var schedule =
        new Schedule(
            settings.seed(),
            settings.stores(),
            settings.kinds().stream().map(FaultKind::target).toList(),
            settings.width(),
            settings.choices());
    for (int round = 0; round < done; round++) {
      schedule.next();
    }
    return schedule;
  }

  private Instant end() {
    return settings.limit() == null ? Instant.MAX : clock.instant().plus(settings.limit());
  }

  private void one(Round round, RoundRun runs, Convergence convergence, Tally tally)
      throws IOException, InterruptedException {
    var task = task(round);
    var start = clock.instant();
    progress.started(task);
    var outcomes = runs.run(round);
    outcomes.stream()
        .filter(outcome -> outcome.skipped() != null)
        .forEach(
            outcome ->
                progress.said(
                    task, "skipped %d: %s".formatted(outcome.fault(), outcome.skipped())));
    progress.said(task, "healed; waiting for everything to settle");
    var found = convergence.await(limit(round));
    var violations = tally.add(round, outcomes, found);
    violations.forEach(violation -> progress.said(task, sentence(violation)));
    var took = Duration.between(start, clock.instant());
    if (violations.isEmpty()) {
      progress.done(task, took);
    } else {
      progress.failed(task, took);
    }
  }

  private static String sentence(Violation violation) {
    return "VIOLATION %s: %s: %s"
        .formatted(violation.invariant(), violation.subject(), violation.sentence());
  }

  private String task(Round round) {
    return "round %d: %s"
        .formatted(
            round.number(),
            round.hits().stream()
                .map(hit -> hit.fault() + " " + FaultKinds.numbered(hit.fault()).name())
                .collect(Collectors.joining(" + ")));
  }

  private Duration limit(Round round) {
    return round.hits().stream()
        .map(hit -> FaultKinds.numbered(hit.fault()).settles())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .plus(settings.patience());
  }

  private KubernetesClient client() {
    var config = Config.fromKubeconfig(installation.kubeconfig().toFile());
    config.setRequestTimeout(10_000);
    config.setConnectionTimeout(3_000);
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
