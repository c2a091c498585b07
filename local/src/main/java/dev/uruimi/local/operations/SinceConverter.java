package dev.uruimi.local.operations;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as ISO 8601 has it, {@code PT24H}, or short: {@code 90m}, {@code 24h}, {@code 7d}. */
final class SinceConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      if (text.toUpperCase(Locale.ROOT).startsWith("P")) {
        return Duration.parse(text);
      }
      var iso = text.endsWith("d") ? "P" + text : "PT" + text;
      return Duration.parse(iso.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no duration; try 24h or PT24H");
    }
  }
}
