package dev.uruimi.watcher.evidence;

import dev.uruimi.watcher.cluster.ContainerLogs;
import dev.uruimi.watcher.diagnosis.Masking;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the values of a store's own Secrets out of texts, as they are and as URLs, JSON and base64
 * write them, and then what looks like a secret. It lives no longer than a capture takes.
 */
final class Mask {

  /** Shorter values are hidden only where they stand alone: else every digit would be one. */
  private static final int SHORT = 4;

  /** Lines of a value of several lines are hidden from this length on. */
  private static final int LINE = 8;

  private static final Pattern CONTROL =
      Pattern.compile("\\e\\[[0-9;]*[A-Za-z]|[\\p{Cntrl}&&[^\\t\\n]]");

  private final List<String> values;
  private final List<Pattern> shortValues = new ArrayList<>();

  private Mask(Set<String> values) {
    this.values =
        values.stream()
            .filter(value -> value.length() >= SHORT)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (var value : values) {
      if (value.length() < SHORT) {
        shortValues.add(Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)"));
      }
    }
  }

  /** A mask of these values. */
  static Mask of(Collection<String> secretValues) {
    var all = new HashSet<String>();
    for (var secret : secretValues) {
      var value = secret.strip();
      if (!value.isEmpty()) {
        all.add(value);
        all.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        all.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        all.add(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        all.add(base64(value));
        value.lines().map(String::strip).filter(l -> l.length() >= LINE).forEach(all::add);
      }
    }
    return new Mask(all);
  }

  private static String base64(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The text without secrets, at most so many characters of it. */
  String hide(String text, int longest) {
    var hidden = CONTROL.matcher(text).replaceAll("");
    for (var value : values) {
      hidden = hidden.replace(value, "…");
    }
    for (var value : shortValues) {
      hidden = value.matcher(hidden).replaceAll(Matcher.quoteReplacement("…"));
    }
    if (text.length() >= ContainerLogs.LONGEST_LINE) {
      hidden = withoutBeginning(hidden);
    }
    return cut(Masking.hide(hidden), longest);
  }

  /** A text that was cut may end with the beginning of a value. */
  private String withoutBeginning(String text) {
    for (var value : values) {
      for (int length = Math.min(value.length() - 1, text.length()); length > 0; length--) {
        if (text.endsWith(value.substring(0, length))) {
          return withoutBeginning(text.substring(0, text.length() - length));
        }
      }
    }
    return text;
  }

  /** Never between the two halves of a character. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
