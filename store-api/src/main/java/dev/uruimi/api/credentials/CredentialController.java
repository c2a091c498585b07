package dev.uruimi.api.credentials;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.engines.EngineCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "stores")
class CredentialController {

  private static final Logger log = LoggerFactory.getLogger(CredentialController.class);

  private final Stores stores;
  private final EngineCatalogue catalogue;
  private final ShopSecrets secrets;

  CredentialController(Stores stores, EngineCatalogue catalogue, ShopSecrets secrets) {
    this.stores = stores;
    this.catalogue = catalogue;
    this.secrets = secrets;
  }

  /** What the shop's admin asks for. Never logged: its text form hides the password. */
  record Credentials(String username, @Schema(format = "password") String password) {
    @Override
    public String toString() {
      return "Credentials[username=%s]".formatted(username);
    }
  }

  @GetMapping(path = "/stores/{id}/credentials", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getCredentials",
      summary = "The shop's admin credentials, read from its cluster now")
  ResponseEntity<Credentials> get(@PathVariable String id) {
    var store =
        stores
            .findById(id)
            .map(StoreRow::current)
            .orElseThrow(() -> ProblemException.noSuchStore(id));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(read(store));
  }

  private Credentials read(Store store) {
    var engine = catalogue.find(store.specification().engine());
    var where = engine.orElseThrow(CredentialController::notThere).credentials();
    try {
      var values =
          secrets
              .read(store.id().namespace(), where.secret())
              .orElseThrow(CredentialController::notThere);
      var username = values.get(where.usernameKey());
      var password = values.get(where.passwordKey());
      if (username == null || password == null) {
        throw notThere();
      }
      log.atInfo().addKeyValue("storeId", store.id()).log("credentials read");
      return new Credentials(username, password);
    } catch (ClusterAwayException e) {
      log.atWarn()
          .addKeyValue("storeId", store.id())
          .addKeyValue("cause", Causes.briefly(e))
          .log("credentials not read");
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "cluster-unavailable",
          "The cluster does not answer",
          "Try again in a moment.");
    }
  }

  private static ProblemException notThere() {
    return ProblemException.conflict(
        "no-credentials",
        "No credentials",
        "The store has no credentials: they are made while it is provisioned and go with it.");
  }
}
