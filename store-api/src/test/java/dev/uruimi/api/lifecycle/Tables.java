package dev.uruimi.api.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of docs/lifecycle.md: row name, column name, cell. */
final class Tables {

  private Tables() {}

  static Map<String, Map<String, String>> below(String heading) {
    var rows = new ArrayList<List<String>>();
    try {
      var lines = Files.readAllLines(Path.of("../docs/lifecycle.md"));
      for (var line : lines.subList(lines.indexOf("## " + heading), lines.size())) {
        if (line.startsWith("|") && !line.startsWith("|---")) {
          var cells = line.substring(1).split("\\|");
          rows.add(Arrays.stream(cells).map(String::strip).toList());
        } else if (!rows.isEmpty() && !line.startsWith("|")) {
          break;
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    var table = new LinkedHashMap<String, Map<String, String>>();
    for (var row : rows.subList(1, rows.size())) {
      var cells = new LinkedHashMap<String, String>();
      for (int column = 1; column < row.size(); column++) {
        cells.put(rows.getFirst().get(column), row.get(column));
      }
      table.put(row.getFirst(), cells);
    }
    return table;
  }
}
