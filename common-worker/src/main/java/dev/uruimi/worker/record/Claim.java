package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * Who is working on a store until when. A holder stops before {@code until}, so its request
 * time-outs are shorter than the claim; anybody else waits until then.
 *
 * @param holder service and process: {@code provisioner/<instance>}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Claim(String holder, @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until) {

  /** Whether somebody other than {@code me} holds it now. */
  public boolean isHeldAgainst(String me, Instant now) {
    return !holder.equals(me) && now.isBefore(until);
  }
}
