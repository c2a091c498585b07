package dev.uruimi.api.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context: the caller's, or a new one.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class Traceparent {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** The header if it has the form, else a new one. */
  public static String of(@Nullable String header) {
    if (header != null && FORM.matcher(header).matches()) {
      return header;
    }
    return "00-%s-%s-01".formatted(random(16), random(8));
  }

  private static String random(int bytes) {
    var value = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(value);
    value[0] |= 1;
    return HexFormat.of().formatHex(value);
  }
}
