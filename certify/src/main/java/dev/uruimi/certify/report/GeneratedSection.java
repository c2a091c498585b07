package dev.uruimi.certify.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a Markdown page that the campaign writes, between two comments. */
public final class GeneratedSection {

  static final String BEGIN = "<!-- certify: generated from here -->";
  static final String END = "<!-- certify: generated to here -->";

  private GeneratedSection() {}

  /**
   * Replaces the part.
   *
   * @throws IOException when the page has no such comments
   */
  public static void write(Path page, List<Summary> summaries) throws IOException {
    var text = Files.readString(page);
    var from = text.indexOf(BEGIN);
    var to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IOException(page + " has no place for the table: " + BEGIN + " … " + END);
    }
    Results.write(
        page,
        text.substring(0, from + BEGIN.length())
            + summaries.stream().map(GeneratedSection::markdown).collect(Collectors.joining())
            + "\n"
            + text.substring(to));
  }

  private static String markdown(Summary summary) {
    var lines = new StringBuilder("\n\n" + ReportText.size(summary) + ".\n");
    var cells = ReportText.cells(summary);
    for (int row = 0; row < cells.size(); row++) {
      lines.append("\n| ").append(String.join(" | ", cells.get(row))).append(" |");
      if (row == 0) {
        lines.append("\n|").append("---|".repeat(cells.getFirst().size()));
      }
    }
    return lines.append('\n').toString();
  }
}
