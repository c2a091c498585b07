package dev.uruimi.local.build;

import dev.uruimi.local.process.CommandLog;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.terminal.TaskReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Runs what is stale of a graph, at most so many tasks at once. */
public final class Build {

  private final BuildGraph graph;
  private final int atOnce;
  private final Path logs;
  private final Clock clock;

  /**
   * @param logs folder for a log of each task
   */
  public Build(BuildGraph graph, int atOnce, Path logs, Clock clock) {
    this.graph = graph;
    this.atOnce = atOnce;
    this.logs = logs;
    this.clock = clock;
  }

  private record Ended(BuildNode node, Duration took, @Nullable Exception why) {}

  /**
   * Returns when all is built. With the first failure nothing new begins and what runs is
   * interrupted; the same happens when this thread is.
   *
   * @return how long each task took that had something to do
   * @throws BuildFailed naming the task that failed first
   */
  public Map<String, Duration> run(TaskReport report) throws InterruptedException {
    var took = new LinkedHashMap<String, Duration>();
    var begun = new HashSet<String>();
    var done = new HashSet<String>();
    graph.nodes().stream()
        .filter(node -> node.task().upToDate())
        .forEach(
            node -> {
              begun.add(node.name());
              done.add(node.name());
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var ends = new ExecutorCompletionService<Ended>(threads);
        while (done.size() < graph.nodes().size()) {
          for (var node : graph.ready(begun, done)) {
            if (begun.size() - done.size() < atOnce) {
              begun.add(node.name());
              ends.submit(() -> one(node, report));
            }
          }
          var ended = ends.take().resultNow();
          if (ended.why() != null) {
            throw new BuildFailed(ended.node().name(), ended.why(), log(ended.node()));
          }
          done.add(ended.node().name());
          took.put(ended.node().name(), ended.took());
        }
      } catch (InterruptedException | BuildFailed e) {
        threads.shutdownNow();
        throw e;
      }
    }
    return took;
  }

  private Ended one(BuildNode node, TaskReport report) {
    var begin = clock.instant();
    report.started(node.name());
    var why = failure(node, line -> report.said(node.name(), line));
    var took = Duration.between(begin, clock.instant());
    if (why == null) {
      report.done(node.name(), took);
    } else {
      report.failed(node.name(), took);
    }
    return new Ended(node, took, why);
  }

  private @Nullable Exception failure(BuildNode node, Progress progress) {
    try {
      var log = CommandLog.startedAnew(log(node));
      ScopedValue.where(CommandLog.FILE, log)
          .call(
              () -> {
                node.task().run(progress);
                return node;
              });
      return null;
    } catch (Exception e) {
      return e;
    }
  }

  private Path log(BuildNode node) {
    var slug = node.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return logs.resolve("build-" + slug + ".log");
  }
}
