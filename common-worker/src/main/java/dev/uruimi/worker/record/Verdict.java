package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.uruimi.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The watcher's word on a store. It is published when it changes, and only then.
 *
 * @param attempt the attempt it is about
 * @param revision the release's revision it is about
 * @param epoch counts the verdicts of the store
 * @param reason of a verdict other than ready
 * @param term of the leader that said it; a leader of a lower one is refused
 * @param published whether its event is known to be in the log; whoever finds one that is not
 *     publishes it, with the same event id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
    int attempt,
    int revision,
    long epoch,
    State state,
    @Nullable Reason reason,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
    long term,
    boolean published) {

  /** A verdict that nobody said yet. */
  public static Verdict found(
      int attempt, int revision, long epoch, State state, @Nullable Reason reason, Instant since) {
    return new Verdict(attempt, revision, epoch, state, reason, since, 0, false);
  }

  /** The same verdict, said by the leader of a term. */
  public Verdict in(long term) {
    return new Verdict(attempt, revision, epoch, state, reason, since, term, published);
  }

  /** The same verdict, its event acknowledged by the broker to the leader of a term. */
  public Verdict said(long term) {
    return new Verdict(attempt, revision, epoch, state, reason, since, term, true);
  }

  /** The kinds of verdict. */
  public enum State {
    @JsonProperty("ready")
    READY,
    @JsonProperty("degraded")
    DEGRADED,
    @JsonProperty("failed")
    FAILED
  }
}
