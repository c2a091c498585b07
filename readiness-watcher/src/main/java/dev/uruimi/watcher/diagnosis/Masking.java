package dev.uruimi.watcher.diagnosis;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of texts what looks like a secret, or like a person's address. */
public final class Masking {

  private static final int LONGEST = 240;

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"']+");
  private static final Pattern USER_INFO = Pattern.compile("://[^/\\s\"'@]+@");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic) [\\w.~+/=-]+");
  private static final Pattern COOKIE = Pattern.compile("(?i)\\b((?:set-)?cookie):[^\\n]+");

  /** A name that promises a secret and what stands behind it; a status code is none. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(pass(?:word|wd|phrase|code)|pwd|token|secret|api[-_]?key|access[-_]?key"
              + "|private[-_]?key|credentials?|\\bpass\\b)([\\w-]{0,20})\\\\*[\"']?\\s*(?:=>|[=:])\\s*"
              + "(?!\\d{3}\\b)"
              + "(?:\\\\*\"[^\"\\n\\\\]*\\\\*\"?|'[^'\\n]*'?|[^\\s,;\"'&}\\\\]+)");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);
  private static final Pattern JSON_WEB_TOKEN =
      Pattern.compile("eyJ[\\w-]{8,}+\\.[\\w-]++(?:\\.[\\w-]*+)?");
  private static final Pattern KNOWN_KEY =
      Pattern.compile(
          "\\b(?:(?:sk|pk|rk|whsec|gh[pos]|github_pat|glpat|xox[abprs])[_-]|AKIA|ASIA|AIza)"
              + "[\\w-]{12,}");
  private static final Pattern HEX =
      Pattern.compile("(?<!sha256:)(?<![0-9A-Za-z])[0-9a-fA-F]{32,}+(?![0-9A-Za-z])");
  private static final Pattern LONG_WORD =
      Pattern.compile("(?<![\\w+/=-])[A-Za-z0-9+/_=-]{24,1000}+");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}+\\.[\\w.-]+");

  private Masking() {}

  /** The text as one short line for an event or a page. */
  public static String mask(String message) {
    var text = hide(message.strip().replaceAll("\\s+", " "));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** The text, of any length and number of lines, without what looks like a secret. */
  public static String hide(String text) {
    var hidden = PRIVATE_KEY.matcher(text).replaceAll("…");
    hidden = QUERY.matcher(hidden).replaceAll("?…");
    hidden = USER_INFO.matcher(hidden).replaceAll("://…@");
    hidden = COOKIE.matcher(hidden).replaceAll("$1: …");
    hidden = BEARER.matcher(hidden).replaceAll("$1 …");
    hidden = NAMED.matcher(hidden).replaceAll("$1$2=…");
    hidden = JSON_WEB_TOKEN.matcher(hidden).replaceAll("…");
    hidden = KNOWN_KEY.matcher(hidden).replaceAll("…");
    hidden = HEX.matcher(hidden).replaceAll("…");
    hidden = LONG_WORD.matcher(hidden).replaceAll(Masking::unlessWords);
    return ADDRESS.matcher(hidden).replaceAll("…");
  }

  /** Random characters mix digits with both cases; paths, names and digests do not. */
  private static String unlessWords(MatchResult match) {
    var word = match.group();
    var random =
        word.chars().anyMatch(c -> c >= '0' && c <= '9')
            && word.chars().anyMatch(c -> c >= 'a' && c <= 'z')
            && word.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
            && word.chars().filter(c -> c == '/').count() * 12 < word.length();
    return random ? "…" : Matcher.quoteReplacement(word);
  }
}
