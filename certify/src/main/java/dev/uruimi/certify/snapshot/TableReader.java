package dev.uruimi.certify.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads store-api's table and outbox as they stand; both of one moment. */
final class TableReader {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String url;
  private final Properties properties = new Properties();

  TableReader(String url, String user, String password) {
    this.url = url;
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "15");
  }

  /** What both say. */
  record Table(List<TableRow> rows, List<String> outbox) {}

  /**
   * @throws IOException when the database does not answer
   */
  Table read() throws IOException {
    try (var connection = DriverManager.getConnection(url, properties)) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return new Table(rows(connection), outbox(connection));
    } catch (SQLException e) {
      throw new IOException("the database does not answer: " + e.getMessage(), e);
    }
  }

  private static List<TableRow> rows(Connection connection) throws SQLException {
    var rows = new ArrayList<TableRow>();
    try (var query = connection.prepareStatement("select id, status, current from stores");
        var results = query.executeQuery()) {
      while (results.next()) {
        rows.add(
            row(results.getString(1), results.getString(2), JSON.readTree(results.getString(3))));
      }
    }
    return rows;
  }

  private static TableRow row(String id, String status, JsonNode store) {
    var reason = store.at("/state/reason/code");
    return new TableRow(
        id,
        status,
        store.at("/state/attempt/number").asInt(0),
        reason.isString() ? reason.asString() : null,
        store.path("timeline").valueStream().map(entry -> entry.path("id").asString()).toList());
  }

  private static List<String> outbox(Connection connection) throws SQLException {
    var ids = new ArrayList<String>();
    try (var query = connection.prepareStatement("select id from outbox order by seq");
        var results = query.executeQuery()) {
      while (results.next()) {
        ids.add(results.getString(1));
      }
    }
    return ids;
  }
}
