package dev.uruimi.watcher.diagnosis;

import java.util.regex.Pattern;

/** Takes out of messages of Kubernetes what must not enter the log, and shortens them. */
final class Masking {

  private static final int LONGEST = 240;

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"']+");
  private static final Pattern USER_INFO = Pattern.compile("://[^/\\s\"'@]+@");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic) [\\w.~+/=-]+");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(password|passwd|token|secret|api[-_]?key)\\s*[=:]\\s*(?!\\d{3}\\b)[^\\s,;\"']+");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

  private Masking() {}

  static String mask(String message) {
    var text = message.strip().replaceAll("\\s+", " ");
    text = QUERY.matcher(text).replaceAll("?…");
    text = USER_INFO.matcher(text).replaceAll("://…@");
    text = BEARER.matcher(text).replaceAll("$1 …");
    text = NAMED.matcher(text).replaceAll("$1=…");
    text = ADDRESS.matcher(text).replaceAll("…");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
