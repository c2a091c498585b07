package dev.uruimi.local.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request for what is still missing of a file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, 14</a>
 */
record Transfer(Server server, Artifact artifact, URI url, PartialFile part, Meter meter) {

  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  /** Returns when all of it is here. What came stays when it fails. */
  void run() throws IOException {
    var connection = server.get(url);
    var here = part.size();
    var version = part.version();
    if (version.isPresent()) {
      connection.setRequestProperty("Range", "bytes=" + here + "-");
      connection.setRequestProperty("If-Range", version.get());
    }
    var code = connection.getResponseCode();
    switch (code) {
      case HttpURLConnection.HTTP_PARTIAL -> resume(connection, here);
      case RANGE_NOT_SATISFIABLE -> unlessComplete(connection, here);
      default -> {
        Server.check(artifact, url, code);
        begin(connection);
      }
    }
  }

  /** Also when the server knows no ranges, or the file is another one by now. */
  private void begin(HttpURLConnection connection) throws IOException {
    try (var from = connection.getInputStream();
        var to = part.begin(version(connection).orElse(""))) {
      copy(from, to, 0, connection.getContentLengthLong());
    }
  }

  private void resume(HttpURLConnection connection, long here) throws IOException {
    var range = CONTENT_RANGE.matcher(header(connection, "Content-Range"));
    if (!range.matches() || Long.parseLong(range.group(1)) != here) {
      part.discard();
      throw new IOException(url + " answers with another range than asked for");
    }
    try (var from = connection.getInputStream();
        var to = part.resume()) {
      copy(from, to, here, connection.getContentLengthLong());
    }
  }

  /** There is nothing behind what is here: either that is all, or it is too much. */
  private void unlessComplete(HttpURLConnection connection, long here) throws IOException {
    if (!header(connection, "Content-Range").equals("bytes */" + here)) {
      part.discard();
      throw new IOException(url + " has less than came before");
    }
  }

  private void copy(InputStream from, OutputStream to, long here, long coming) throws IOException {
    var total = coming < 0 ? -1 : here + coming;
    var buffer = new byte[1 << 16];
    var bytes = here;
    try {
      meter.at(bytes, total);
      for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        to.write(buffer, 0, read);
        bytes += read;
        meter.at(bytes, total);
      }
    } catch (IOException e) {
      // an end before its time is one too: "Premature EOF"
      throw new IOException("%s broke off after %d bytes: %s".formatted(url, bytes, e), e);
    }
  }

  private static Optional<String> version(HttpURLConnection connection) {
    var tag = header(connection, "ETag");
    return tag.isEmpty() || tag.startsWith("W/")
        ? Optional.of(header(connection, "Last-Modified")).filter(date -> !date.isEmpty())
        : Optional.of(tag);
  }

  private static String header(HttpURLConnection connection, String name) {
    var value = connection.getHeaderField(name);
    return value == null ? "" : value;
  }
}
