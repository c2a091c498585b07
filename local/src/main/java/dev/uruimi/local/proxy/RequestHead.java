package dev.uruimi.local.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first lines of an HTTP/1.1 request (RFC 9112, section 2.1), without the empty line after
 * them.
 */
record RequestHead(List<String> lines) {

  private static final int LARGEST_BYTES = 64 * 1024;
  private static final String END = "\r\n\r\n";
  private static final Pattern USER_AGENT = Pattern.compile("(?i)user-agent:\\s*(.*)");
  private static final Pattern CONNECTION = Pattern.compile("(?i)connection:.*");
  private static final Pattern UPGRADE = Pattern.compile("(?i)upgrade:.*");

  RequestHead {
    lines = List.copyOf(lines);
  }

  /**
   * Reads one, and no byte more.
   *
   * @return empty when the connection ended before one began
   */
  static Optional<RequestHead> read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var matched = 0;
    while (matched < END.length()) {
      var next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      bytes.write(next);
      matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
      if (bytes.size() > LARGEST_BYTES) {
        throw new IOException("a request's head of more than " + LARGEST_BYTES + " bytes");
      }
    }
    return Optional.of(
        new RequestHead(
            bytes
                .toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList()));
  }

  /** Empty when there is none. */
  String userAgent() {
    return lines.stream()
        .map(USER_AGENT::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse("");
  }

  /** The same as the only request of its connection; an upgrade is that anyway. */
  byte[] alone() {
    var text = new StringBuilder();
    var upgrades = lines.stream().anyMatch(line -> UPGRADE.matcher(line).matches());
    lines.stream()
        .filter(line -> upgrades || !CONNECTION.matcher(line).matches())
        .forEach(line -> text.append(line).append("\r\n"));
    if (!upgrades) {
      text.append("Connection: close\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
