package dev.uruimi.local.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer as the API server gives it when it cannot (Kubernetes API, {@code meta/v1 Status}). */
record StatusAnswer(int status) {

  private static final Map<Integer, String> REASONS =
      Map.of(429, "TooManyRequests", 500, "InternalError", 503, "ServiceUnavailable");

  StatusAnswer {
    if (!REASONS.containsKey(status)) {
      throw new IllegalArgumentException("429, 500 or 503, not " + status);
    }
  }

  byte[] bytes() {
    var reason = REASONS.get(status);
    var body =
        """
        {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"a fault on purpose","reason":"%s","code":%d}
        """
            .formatted(reason, status);
    return """
        HTTP/1.1 %d %s
        Content-Type: application/json
        Content-Length: %d
        Connection: close
        %s
        """
        .formatted(status, reason, body.length(), status == 429 ? "Retry-After: 1\n" : "")
        .replace("\n", "\r\n")
        .concat(body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
