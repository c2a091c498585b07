package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uruimi.events.Reason;
import dev.uruimi.events.Step;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Progress of one attempt.
 *
 * @param startedAt when the provisioner first took it up
 * @param steps milliseconds of each completed step by {@link Step#label()}
 * @param revision revision of the Helm release once StoreInstalled has been said, else null
 * @param failure why the provisioner gave this attempt up, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provision(
    int attempt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
    Map<String, Long> steps,
    @Nullable Integer revision,
    @Nullable Reason failure) {

  /** An attempt of which nothing is done. */
  public static Provision begun(int attempt, Instant now) {
    return new Provision(attempt, now, Map.of(), null, null);
  }

  public boolean has(Step step) {
    return steps.containsKey(step.label());
  }

  public Provision completed(Step step, long millis) {
    var more = new TreeMap<>(steps);
    more.put(step.label(), millis);
    return new Provision(attempt, startedAt, more, revision, failure);
  }

  public Provision installed(int revision) {
    return new Provision(attempt, startedAt, steps, revision, null);
  }

  public Provision failed(Reason reason) {
    return new Provision(attempt, startedAt, steps, revision, reason);
  }

  /** Whether nothing is left to do for the provisioner. */
  public boolean settled() {
    return revision != null || failure != null;
  }
}
