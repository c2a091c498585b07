package dev.uruimi.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody's browser at a shop, through the ingress: it keeps cookies, follows no redirect and
 * needs no resolver to know the shop.
 */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BOUNDARY = "uruimi-e2e-boundary";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final URI ingress;
  private final String authority;

  /**
   * @param shop the shop's address, as the API gives it
   */
  Browser(URI shop) {
    this.ingress = URI.create("http://127.0.0.1:" + (shop.getPort() < 0 ? 80 : shop.getPort()));
    this.authority = shop.getAuthority();
  }

  /**
   * What was answered.
   *
   * @param location where it sends the browser, or nothing
   */
  record Page(int status, String location, String body) {}

  Page get(String path) {
    return get(path, Map.of());
  }

  Page get(String path, Map<String, String> headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Sends a form. */
  Page post(String path, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        path,
        BodyPublishers.ofString(form),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  /** Sends a form with a file. */
  Page upload(String path, Map<String, String> fields, String field, String name, byte[] file) {
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (key, value) ->
            body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, key, value)
                    .getBytes(UTF_8)));
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: application/zip\r
        \r
        """
            .formatted(BOUNDARY, field, name)
            .getBytes(UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
    return send(
        "POST",
        path,
        BodyPublishers.ofByteArray(body.toByteArray()),
        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }

  private Page send(String method, String path, BodyPublisher body, Map<String, String> headers) {
    assertThat(path).startsWith("/");
    var request =
        HttpRequest.newBuilder(URI.create(ingress + path))
            .timeout(PATIENCE)
            .header("Host", authority)
            .method(method, body);
    headers.forEach(request::setHeader);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      return new Page(
          answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
