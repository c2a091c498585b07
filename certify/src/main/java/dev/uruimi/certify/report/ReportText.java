package dev.uruimi.certify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A summary for people. */
public final class ReportText {

  private static final List<String> HEAD =
      List.of("#", "fault", "injected", "skipped", "stores", "violations", "median", "worst");

  private ReportText() {}

  /** The size that was reached, in one line. */
  public static String size(Summary summary) {
    return ("%s: %d runs, %d min, %d rounds, %d injections of %d kinds, %d requests accepted,"
            + " %d stores made, %d violations; seeds %s")
        .formatted(
            summary.pods(),
            summary.runs(),
            summary.minutes(),
            summary.rounds(),
            summary.rows().stream().mapToInt(Row::injected).sum(),
            summary.rows().stream().filter(row -> row.injected() > 0).count(),
            summary.requests(),
            summary.storesMade(),
            summary.violations(),
            summary.seeds());
  }

  /** The table's cells, its head first. */
  public static List<List<String>> cells(Summary summary) {
    var cells = new ArrayList<List<String>>();
    cells.add(HEAD);
    summary.rows().forEach(row -> cells.add(cells(row)));
    return cells;
  }

  private static List<String> cells(Row row) {
    return List.of(
        Integer.toString(row.fault()),
        row.name(),
        Integer.toString(row.injected()),
        Integer.toString(row.skipped()),
        Integer.toString(row.stores()),
        Integer.toString(row.violations()),
        seconds(row.medianMillis()),
        seconds(row.worstMillis()));
  }

  private static String seconds(@Nullable Long millis) {
    return millis == null ? "-" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
