package dev.uruimi.local.terminal;

import java.io.PrintStream;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the command speaks.
 *
 * @param out takes the text
 * @param live whether lines can be written over: a terminal, and not CI
 * @param colours whether colours are wanted: {@code NO_COLOR} (no-color.org) is respected
 * @param width in columns
 */
public record Terminal(PrintStream out, boolean live, boolean colours, int width) {

  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)");
  private static final int DEFAULT_WIDTH = 80;

  /**
   * The terminal the launcher found: it sets {@code URUIMI_TERMINAL} to rows and columns when
   * standard output is one.
   */
  public static Terminal of(Map<String, String> environment, PrintStream out) {
    var size = SIZE.matcher(environment.getOrDefault("URUIMI_TERMINAL", ""));
    var tty = size.matches() && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    var width = size.matches() ? Integer.parseInt(size.group(1)) : DEFAULT_WIDTH;
    return new Terminal(
        out,
        tty && !environment.containsKey("CI"),
        tty && environment.getOrDefault("NO_COLOR", "").isEmpty(),
        width < 20 ? DEFAULT_WIDTH : width);
  }

  /** Plain text without anything live, for output that is not a person's. */
  public static Terminal plain(PrintStream out) {
    return new Terminal(out, false, false, DEFAULT_WIDTH);
  }

  public void line(String text) {
    out.println(text);
    out.flush();
  }

  public String bold(String text) {
    return styled("1", text);
  }

  public String dim(String text) {
    return styled("2", text);
  }

  public String red(String text) {
    return styled("31", text);
  }

  public String green(String text) {
    return styled("32", text);
  }

  public String yellow(String text) {
    return styled("33", text);
  }

  private String styled(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** Without control characters (of a log, of a server) that would confuse the terminal. */
  public static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
