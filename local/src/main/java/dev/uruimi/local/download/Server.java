package dev.uruimi.local.download;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks publishers' servers. {@link HttpURLConnection}, because it alone knows a time-out between
 * two pieces of an answer; an interrupt of a virtual thread ends it at once.
 */
record Server(Timeouts timeouts) {

  private static final int LONGEST_TEXT = 1 << 20;

  /** Why the file cannot be had now; empty when the server has it. */
  Optional<String> problem(URI url) {
    try {
      var connection = open(url, timeouts.probe(), timeouts.probe());
      connection.setRequestMethod("HEAD");
      try {
        var code = connection.getResponseCode();
        return code < 400 || code == 405 || code == 501
            ? Optional.empty()
            : Optional.of("answers " + code + " for " + url);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return Optional.of("cannot be reached (" + e + ")");
    }
  }

  /** A small text. */
  String text(Artifact artifact, URI url) throws IOException {
    var connection = get(url);
    check(artifact, url, connection.getResponseCode());
    try (var stream = connection.getInputStream()) {
      return new String(stream.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }
  }

  HttpURLConnection get(URI url) throws IOException {
    return open(url, timeouts.connect(), timeouts.silence());
  }

  /** Throws for an answer that is none: one a repeat may better, or a {@link NotPublished}. */
  static void check(Artifact artifact, URI url, int code) throws IOException {
    if (code >= 500 || code == 408 || code == 429) {
      throw new IOException(url + " answers " + code);
    }
    if (code != 200 && code != 206) {
      throw new NotPublished(artifact, url, "answer " + code);
    }
  }

  private static HttpURLConnection open(URI url, Duration connect, Duration silence)
      throws IOException {
    var connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setConnectTimeout((int) connect.toMillis());
    connection.setReadTimeout((int) silence.toMillis());
    connection.setUseCaches(false);
    connection.setRequestProperty("User-Agent", "uruimi");
    connection.setRequestProperty("Accept-Encoding", "identity");
    return connection;
  }
}
