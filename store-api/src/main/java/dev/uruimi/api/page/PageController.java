package dev.uruimi.api.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers the page's own addresses with the page; it finds out by itself what to show there. */
@Controller
@Hidden
class PageController {

  private static final String POLICY =
      "default-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'";
  private static final String NOT_BUILT =
      """
      The dashboard was not built with this service.
      The API is here: /stores, /engines, /platform. Its document: /openapi.json
      """;

  private final byte @Nullable [] page;
  private final String tag;

  PageController(PageProperties properties) {
    this.page = read(properties);
    this.tag = page == null ? "" : "\"" + DigestUtils.md5DigestAsHex(page) + "\"";
  }

  @GetMapping(
      path = {"/", "/create", "/shops/{id}", "/operations"},
      produces = MediaType.TEXT_HTML_VALUE)
  void page(HttpServletRequest request, HttpServletResponse response)
      throws IOException, NoResourceFoundException {
    var asked = new ServletWebRequest(request, response);
    if (page == null) {
      if (!request.getRequestURI().equals("/")) {
        throw new NoResourceFoundException(
            org.springframework.http.HttpMethod.GET, request.getRequestURI(), "index.html");
      }
      write(response, MediaType.TEXT_PLAIN_VALUE, NOT_BUILT.getBytes(StandardCharsets.UTF_8));
      return;
    }
    // in place of those of the API, which allow nothing and keep nothing
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (!asked.checkNotModified(tag)) {
      write(response, MediaType.TEXT_HTML_VALUE, page);
    }
  }

  private static void write(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte @Nullable [] read(PageProperties properties) {
    try {
      var index = properties.location().createRelative("index.html");
      return index.exists() ? index.getContentAsByteArray() : null;
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be read", e);
    }
  }
}
