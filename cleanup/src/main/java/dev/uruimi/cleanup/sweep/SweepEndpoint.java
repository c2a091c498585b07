package dev.uruimi.cleanup.sweep;

import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the sweep found, for the store API; on the loopback address only. */
@RestController
class SweepEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(SweepEndpoint.class);

  private final Sweep sweep;

  SweepEndpoint(Sweep sweep) {
    this.sweep = sweep;
  }

  @GetMapping("/sweep")
  Report last() {
    return sweep.last();
  }

  /** Read anew for each question: an empty list says that nothing is there, never "not seen". */
  @GetMapping(path = "/sweep", params = "all=true")
  WholeReport lastAndPresence() {
    return sweep.lastAndPresence();
  }

  @ExceptionHandler
  ProblemDetail unreadable(KubernetesClientException failure) {
    LOG.atWarn().log("nothing can be said of the cluster: {}", failure.toString());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The cluster cannot be read now.");
  }

  /**
   * Sweeps now.
   *
   * @param force number of held things as {@code heldCount} said, so that nobody removes more than
   *     was looked at
   */
  @PostMapping("/sweep")
  Report now(@RequestParam(required = false) @Nullable Integer force) {
    return sweep.now(force);
  }
}
