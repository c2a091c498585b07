package dev.uruimi.api.platform;

import dev.uruimi.api.projection.ProvisionTimes;
import dev.uruimi.api.projection.RecentFailures;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class StatisticsController {

  private static final int TYPICAL_OF = 50;
  private static final String ENGINE = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

  private final RecentFailures failures;
  private final ProvisionTimes times;
  private final Clock clock;

  StatisticsController(RecentFailures failures, ProvisionTimes times, Clock clock) {
    this.failures = failures;
    this.times = times;
    this.clock = clock;
  }

  /** What went wrong. */
  @Schema(name = "Failures")
  record FailuresView(List<FailureView> failures) {}

  /** All failures of one code. */
  @Schema(name = "Failure")
  record FailureView(
      @Schema(example = "image_pull", description = "unknown where a timeline is too old to tell")
          String code,
      @Schema(description = "of the latest") String sentence,
      long count,
      Instant latest,
      @Schema(description = "ids of at most five, the latest first") List<String> stores) {}

  /** How long stores took. */
  @Schema(name = "ProvisionTimes")
  record TimesView(
      long bucketMillis,
      @Schema(description = "those in which any store got ready, the earliest first")
          List<BucketView> buckets,
      @Schema(description = "by engine, of its latest 50 stores that got ready")
          Map<String, TypicalTimes> typical) {}

  /** The stores that got ready in a stretch of time. */
  @Schema(name = "ProvisionBucket")
  record BucketView(Instant from, long count, long medianMillis, long p95Millis) {}

  @GetMapping(path = "/platform/failures", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listFailures",
      summary = "What went wrong lately, by code: failed, degraded and delete_failed")
  FailuresView failures(
      @Parameter(
              description = "an ISO-8601 duration from PT1M to P90D",
              schema = @Schema(type = "string", defaultValue = "PT24H"))
          @RequestParam(defaultValue = "PT24H")
          String since) {
    var from = clock.instant().minus(Since.parse(since));
    return new FailuresView(
        failures.since(from).stream()
            .map(f -> new FailureView(f.code(), f.sentence(), f.count(), f.latest(), f.stores()))
            .toList());
  }

  @GetMapping(path = "/platform/provision-times", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getProvisionTimes",
      summary = "How long stores took to be ready, over time and usually")
  TimesView provisionTimes(
      @Parameter(
              description = "an ISO-8601 duration from PT1M to P90D",
              schema = @Schema(type = "string", defaultValue = "P7D"))
          @RequestParam(defaultValue = "P7D")
          String since,
      @RequestParam(required = false) @Nullable String engine) {
    var duration = Since.parse(since);
    if (engine != null && !engine.matches(ENGINE)) {
      throw ProblemException.of(List.of(FieldError.of("engine", "must be the name of an engine")));
    }
    var length = Since.bucket(duration);
    var buckets =
        times.buckets(clock.instant().minus(duration), length, engine).stream()
            .map(b -> new BucketView(b.from(), b.count(), b.medianMillis(), b.p95Millis()))
            .toList();
    return new TimesView(length.toMillis(), buckets, typical(engine));
  }

  private Map<String, TypicalTimes> typical(@Nullable String engine) {
    var typical = new LinkedHashMap<String, TypicalTimes>();
    for (var name : engine == null ? times.engines() : List.of(engine)) {
      var latest = times.latest(name, TYPICAL_OF);
      if (!latest.isEmpty()) {
        typical.put(name, TypicalTimes.of(latest));
      }
    }
    return typical;
  }
}
