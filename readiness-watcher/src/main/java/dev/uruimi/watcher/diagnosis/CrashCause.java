package dev.uruimi.watcher.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a container's last words say, reduced to a sentence of ours: log lines may hold secrets and
 * customers' data and never leave this place.
 *
 * @param kind what kind of trouble it is
 * @param sentence for people
 */
public record CrashCause(Kind kind, String sentence) {

  /** The kinds that are told apart. */
  public enum Kind {
    DATABASE_PASSWORD,
    OUT_OF_MEMORY,
    OTHER
  }

  /** What is looked for, in this order, and what is said of it. */
  private static final List<Known> KNOWN =
      List.of(
          known(
              "password authentication failed",
              Kind.DATABASE_PASSWORD,
              "the database refuses the password"),
          known("28P01", Kind.DATABASE_PASSWORD, "the database refuses the password (28P01)"),
          known(
              "Access denied for user|\\b1045\\b",
              Kind.DATABASE_PASSWORD,
              "the database refuses user or password (1045)"),
          known(
              "heap out of memory|java\\.lang\\.OutOfMemoryError|Allowed memory size of \\d+ bytes",
              Kind.OUT_OF_MEMORY,
              "the process used up its memory"),
          known(
              "database \"?[^\"\\s]{0,63}\"? does not exist|Unknown database",
              Kind.OTHER,
              "the database does not exist"),
          known(
              "ENOTFOUND|EAI_AGAIN|Name or service not known|Temporary failure in name resolution",
              Kind.OTHER,
              "a host name is not known"),
          known(
              "ECONNREFUSED|Connection refused|\\(2002\\)", Kind.OTHER, "a connection was refused"),
          known("ETIMEDOUT|timed out", Kind.OTHER, "a connection timed out"),
          known("ENOSPC|No space left on device", Kind.OTHER, "no space is left on a volume"),
          known("EADDRINUSE|Address already in use", Kind.OTHER, "its port is already in use"),
          known(
              "EROFS|Read-only file system",
              Kind.OTHER,
              "it writes where the file system is read-only"),
          known("EACCES|[Pp]ermission denied", Kind.OTHER, "it may not read or write a file"),
          known(
              "executable file not found|no such file or directory",
              Kind.OTHER,
              "a file it needs is not in the image"),
          known("exec format error", Kind.OTHER, "the image is for another kind of processor"));

  /** The first cause that the text speaks of. */
  public static Optional<CrashCause> in(String text) {
    return KNOWN.stream()
        .filter(known -> known.pattern.matcher(text).find())
        .map(Known::cause)
        .findFirst();
  }

  private static Known known(String pattern, Kind kind, String sentence) {
    return new Known(Pattern.compile(pattern), new CrashCause(kind, sentence));
  }

  private record Known(Pattern pattern, CrashCause cause) {}
}
