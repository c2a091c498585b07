package dev.uruimi.api.preflight;

import dev.uruimi.api.peers.PeerAwayException;
import dev.uruimi.api.peers.Provisioner;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.events.EventCodec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Refuses what the provisioner knows to fail. A provisioner that is away or slow has nothing
 * against any store, and is left alone for a while.
 */
@Component
public class Preflight {

  private static final Logger log = LoggerFactory.getLogger(Preflight.class);

  private final Provisioner provisioner;
  private final PreflightProperties properties;
  private final Circuit circuit;

  Preflight(Provisioner provisioner, PreflightProperties properties, Clock clock) {
    this.provisioner = provisioner;
    this.properties = properties;
    this.circuit = new Circuit(clock, properties.pause());
  }

  /** A store that somebody wants. */
  public record Question(
      String engine, String engineVersion, String plan, Map<String, Object> values, String name) {}

  /** What is known against it. */
  record Verdict(List<Refusal> refusals) {}

  record Refusal(String code, Map<String, String> parameters, String sentence, String remedy) {}

  /**
   * Asks. Not to be called in a transaction: it waits for another service.
   *
   * @throws ProblemException 422 when it will surely fail
   */
  public void check(Question question) {
    if (!properties.enabled() || !circuit.allows()) {
      return;
    }
    try {
      var body = EventCodec.JSON.writeValueAsString(question);
      var refusals = provisioner.preflight(body, Verdict.class, properties.timeout()).refusals();
      circuit.succeeded();
      if (!refusals.isEmpty()) {
        throw refused(refusals);
      }
    } catch (PeerAwayException e) {
      if (circuit.failed()) {
        log.atWarn().addKeyValue("cause", e.getMessage()).log("stores are accepted unchecked");
      }
    }
  }

  private static ProblemException refused(List<Refusal> refusals) {
    var problem =
        new ProblemException(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "preflight-failed",
            "The store would fail",
            refusals.getFirst().sentence());
    problem.getBody().setProperty("refusals", refusals);
    return problem;
  }
}
