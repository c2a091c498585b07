package dev.uruimi.api.rebuild;

import dev.uruimi.api.broker.BrokerAwayException;
import dev.uruimi.api.history.EventLogs;
import dev.uruimi.api.leases.Leases;
import dev.uruimi.api.logidentity.LogWatch;
import dev.uruimi.api.projection.LogProgress;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/platform/projection", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "projection")
class ProjectionController {

  private static final Logger log = LoggerFactory.getLogger(ProjectionController.class);

  private final RunningJobs jobs;
  private final Rebuilding rebuilding;
  private final Checking checking;
  private final ProjectionRuns runs;
  private final Leases leases;
  private final LogProgress applied;
  private final EventLogs logs;
  private final LogWatch watch;
  private final Clock clock;

  ProjectionController(
      RunningJobs jobs,
      Rebuilding rebuilding,
      Checking checking,
      ProjectionRuns runs,
      Leases leases,
      LogProgress applied,
      EventLogs logs,
      LogWatch watch,
      Clock clock) {
    this.jobs = jobs;
    this.rebuilding = rebuilding;
    this.checking = checking;
    this.runs = runs;
    this.leases = leases;
    this.applied = applied;
    this.logs = logs;
    this.watch = watch;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "getProjection",
      summary = "How the table of stores stands to the log, and the latest rebuild and check")
  ProjectionView get() {
    var next = applied.nextOffsets();
    var ends = ends();
    var partitions = new TreeSet<>(next.keySet());
    if (ends != null) {
      partitions.addAll(ends.keySet());
    }
    return new ProjectionView(
        partitions.stream()
            .map(
                number ->
                    new ProjectionView.PartitionView(
                        number,
                        next.getOrDefault(number, 0L),
                        ends == null ? null : ends.get(number)))
            .toList(),
        latest(RunKind.REBUILD),
        latest(RunKind.CHECK));
  }

  @PostMapping("/rebuild")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "rebuildProjection",
      summary = "Make the table of stores anew out of the log, while it is served",
      description = "Idempotency-Key is not needed: one runs at a time, a second is refused.")
  ProjectionView rebuild(
      @Parameter(description = "remove stores of the table that the log does not know")
          @RequestParam(defaultValue = "false")
          boolean removeUnknown) {
    requireLog();
    jobs.start(RunKind.REBUILD, progress -> rebuilding.run(progress, removeUnknown));
    return get();
  }

  @PostMapping("/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "checkProjection",
      summary = "Compare the table of stores with the log, row by row",
      description = "Idempotency-Key is not needed: one runs at a time, a second is refused.")
  ProjectionView check() {
    jobs.start(RunKind.CHECK, checking::run);
    return get();
  }

  /** A lost log is no source: a table made of it would have lost its stores as well. */
  private void requireLog() {
    watch.check();
    watch
        .loss()
        .ifPresent(
            loss -> {
              throw ProblemException.conflict(
                  "log-lost",
                  "The log was lost",
                  loss + " The table is what is left; POST /platform/log/restore writes it anew.");
            });
  }

  private ProjectionView.@Nullable RunView latest(RunKind kind) {
    return runs.latest(kind)
        .map(
            noted ->
                ProjectionView.RunView.of(noted, leases.isHeld(RunProgress.LEASE), clock.instant()))
        .orElse(null);
  }

  private @Nullable Map<Integer, Long> ends() {
    try (var reader = logs.open()) {
      return reader.ends();
    } catch (BrokerAwayException e) {
      log.atDebug().addKeyValue("cause", Causes.briefly(e)).log("no ends of the log");
      return null;
    }
  }
}
