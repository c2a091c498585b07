package dev.uruimi.certify;

import dev.uruimi.certify.faults.FaultKinds;
import dev.uruimi.certify.faults.Scene;
import dev.uruimi.certify.plan.Hit;
import dev.uruimi.certify.plan.Round;
import dev.uruimi.certify.snapshot.SnapshotReader;
import dev.uruimi.certify.stores.Asking;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Injects the faults of a round beside each other and undoes them. */
final class RoundRun {

  private static final Duration PREPARED = Duration.ofMinutes(2);

  private final Installation installation;
  private final KubernetesClient cluster;
  private final SnapshotReader reader;
  private final Asking asking;
  private final Clock clock;
  private final Duration patience;

  RoundRun(
      Installation installation,
      KubernetesClient cluster,
      SnapshotReader reader,
      Asking asking,
      Duration patience,
      Clock clock) {
    this.installation = installation;
    this.cluster = cluster;
    this.reader = reader;
    this.asking = asking;
    this.patience = patience;
    this.clock = clock;
  }

  /** What every injection came to; when this returns all faults are undone. */
  List<Outcome> run(Round round) throws IOException, InterruptedException {
    try (var requests = new Requests(asking)) {
      requests.send(round.prepare());
      requests.await();
      if (!round.prepare().isEmpty()) {
        PauseWaiter.until(reader::isQuiet, PREPARED.plus(patience), clock);
      }
      var outcomes = hit(round, requests);
      requests.await();
      return outcomes;
    }
  }

  private List<Outcome> hit(Round round, Requests requests)
      throws IOException, InterruptedException {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var running = new ArrayList<Future<Outcome>>();
      for (var hit : round.hits()) {
        var run = new HitRun(FaultKinds.numbered(hit.fault()), scene(hit), requests);
        running.add(threads.submit(() -> run.run(Duration.ofMillis(round.leadMillis()))));
      }
      var outcomes = new ArrayList<Outcome>();
      for (var future : running) {
        outcomes.add(future.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw new IOException("a fault could not be carried through", e.getCause());
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  private Scene scene(Hit hit) {
    return new Scene(installation, cluster, reader, asking, hit, new Random(hit.seed()), clock);
  }
}
