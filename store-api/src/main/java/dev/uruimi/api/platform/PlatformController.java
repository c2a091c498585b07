package dev.uruimi.api.platform;

import dev.uruimi.api.stores.StoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class PlatformController {

  private final PlatformHealth health;
  private final PlatformView platform;

  PlatformController(
      PlatformHealth health,
      StoreProperties stores,
      PlatformProperties properties,
      ObjectProvider<BuildProperties> build) {
    this.health = health;
    var known = build.getIfAvailable();
    this.platform =
        new PlatformView(
            known == null || known.getVersion() == null ? "unknown" : known.getVersion(),
            stores.domain(),
            stores.protocol(),
            stores.ingressPort(),
            "store-<id>." + stores.domain(),
            properties.simulated());
  }

  /** What the platform is. */
  @Schema(name = "Platform")
  record PlatformView(
      @Schema(example = "0.1.0") String version,
      @Schema(example = "localhost") String storeDomain,
      @Schema(example = "http") String storeProtocol,
      @Schema(description = "port in links; null for the protocol's own")
          @Nullable Integer ingressPort,
      @Schema(example = "store-<id>.localhost") String hostPattern,
      @Schema(description = "whether the cluster only pretends to run pods") boolean simulated) {}

  @GetMapping(path = "/platform", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getPlatform", summary = "What the platform is")
  PlatformView platform() {
    return platform;
  }

  @GetMapping(path = "/platform/health", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getPlatformHealth",
      summary = "How every part of the platform is",
      description =
          "All parts are asked at once, for 2 s. What does not answer is down here; the answer"
              + " itself is 200 nevertheless.")
  HealthView health() {
    return health.look();
  }
}
