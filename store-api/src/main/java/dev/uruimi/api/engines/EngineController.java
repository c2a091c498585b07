package dev.uruimi.api.engines;

import dev.uruimi.api.web.ProblemException;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@Tag(name = "engines")
class EngineController {

  private static final String SVG = "image/svg+xml";
  private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

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

  @GetMapping(path = "/engines/{name}/picture", produces = SVG)
  @Operation(operationId = "getEnginePicture", summary = "The picture of an engine")
  @ApiResponse(
      responseCode = "200",
      description = "An SVG",
      content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
  void picture(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var picture = catalogue.find(name).map(Engine::picture).orElseThrow(EngineController::none);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(picture);
    } catch (NoSuchFileException _) {
      throw none();
    }
    // in place of those of the API: a picture may have styles, and nothing else
    response.setHeader("Content-Security-Policy", PICTURE_POLICY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    var tag = "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    if (!new ServletWebRequest(request, response).checkNotModified(tag)) {
      response.setContentType(SVG);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }

  private static ProblemException none() {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "no-such-picture",
        "No such picture",
        "There is no engine of this name that has a picture.");
  }
}
