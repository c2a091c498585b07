package dev.uruimi.helm;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Helm gives failures as text only: what kind each is, the first match wins. */
final class FailureTexts {

  private static final List<Map.Entry<HelmFailure, Pattern>> KINDS =
      List.of(
          kind(
              HelmFailure.STATE_CHANGED,
              "being terminated|cannot re-use a name|has no deployed releases|another operation"
                  + "|namespaces \"[^\"]*\" not found|status unknown for quota"
                  + "|the object has been modified"),
          kind(
              HelmFailure.UNREACHABLE,
              "cluster unreachable|connection refused|connection reset|no route to host"
                  + "|i/o timeout|TLS handshake|unexpected EOF|: EOF|etcdserver"
                  + "|too many requests|currently unable to handle|server is shutting down"
                  + "|no such host|failed calling webhook|internal error occurred|apiserver not ready"
                  + "|client rate limiter|http2: "),
          kind(HelmFailure.TIMED_OUT, "deadline exceeded|timed out"),
          kind(HelmFailure.QUOTA_EXCEEDED, "exceeded quota"),
          kind(
              HelmFailure.CHART_INVALID,
              "values don't meet the specifications|schema|parse error|execution error|template:"
                  + "|error converting YAML|Chart\\.yaml|chart requires|missing in charts"
                  + "|unable to build kubernetes objects|error validating|no matches for kind"
                  + "|path \".*\" not found|chart.* not found|no such file"),
          kind(
              HelmFailure.REFUSED,
              "denied the request|is forbidden|violates|is invalid|cannot be imported"
                  + "|already exists|unauthorized"));

  private FailureTexts() {}

  static HelmFailure kindOf(String message) {
    return KINDS.stream()
        .filter(kind -> kind.getValue().matcher(message).find())
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(HelmFailure.OTHER);
  }

  private static Map.Entry<HelmFailure, Pattern> kind(HelmFailure failure, String pattern) {
    return Map.entry(failure, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }
}
