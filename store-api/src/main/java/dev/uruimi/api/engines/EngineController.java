package dev.uruimi.api.engines;

import dev.uruimi.engines.EngineCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "engines")
class EngineController {

  private final EngineCatalogue catalogue;

  EngineController(EngineCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** All engines. */
  record Engines(List<EngineView> engines) {}

  @GetMapping(path = "/engines", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listEngines", summary = "What stores can be made of")
  Engines list() {
    return new Engines(catalogue.all().stream().map(EngineView::of).toList());
  }
}
