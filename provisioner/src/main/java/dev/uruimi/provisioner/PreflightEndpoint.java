package dev.uruimi.provisioner;

import dev.uruimi.provisioner.preflight.Asked;
import dev.uruimi.provisioner.preflight.Preflight;
import dev.uruimi.provisioner.preflight.Refusal;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asked by the store API before it accepts a store; on the loopback address only. */
@RestController
class PreflightEndpoint {

  private final Preflight preflight;

  PreflightEndpoint(Preflight preflight) {
    this.preflight = preflight;
  }

  @PostMapping("/preflight")
  Answer preflight(@RequestBody Asked asked) {
    return new Answer(preflight.refusals(asked));
  }

  /** Empty: nothing is known against it. */
  record Answer(List<Refusal> refusals) {}
}
