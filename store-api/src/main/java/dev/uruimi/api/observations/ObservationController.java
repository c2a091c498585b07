package dev.uruimi.api.observations;

import dev.uruimi.api.peers.PeerAwayException;
import dev.uruimi.api.peers.Watcher;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.events.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "observations")
class ObservationController {

  private static final Logger log = LoggerFactory.getLogger(ObservationController.class);

  private final Stores stores;
  private final Watcher watcher;

  ObservationController(Stores stores, Watcher watcher) {
    this.stores = stores;
    this.watcher = watcher;
  }

  @GetMapping(path = "/stores/{id}/workloads", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getWorkloads",
      summary = "What a store's namespace holds now, as the readiness-watcher sees it")
  Workloads workloads(@PathVariable String id) {
    return ask("/observations/", id, Workloads.class);
  }

  @GetMapping(path = "/stores/{id}/evidence", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getEvidence",
      summary = "What the cluster showed when a store failed, the newest first",
      description = "Kept by the readiness-watcher in the cluster; secrets are masked.")
  Evidence evidence(@PathVariable String id) {
    return ask("/evidence/", id, Evidence.class);
  }

  private <T> T ask(String path, String id, Class<T> type) {
    if (!StoreId.isValid(id) || stores.findById(id).isEmpty()) {
      throw ProblemException.noSuchStore(id);
    }
    try {
      return watcher.ask(path + id, type);
    } catch (PeerAwayException e) {
      log.atWarn()
          .addKeyValue("storeId", id)
          .addKeyValue("cause", e.getMessage())
          .addKeyValue("root", Causes.briefly(e))
          .log("the readiness-watcher cannot be asked");
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "watcher-unavailable",
          "The readiness-watcher does not answer",
          e.getMessage() + " Try again in a moment.");
    }
  }
}
