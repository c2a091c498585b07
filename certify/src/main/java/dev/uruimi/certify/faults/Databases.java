package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The server of store-api's database, as its superuser, beside that database. */
final class Databases {

  private final Installation installation;

  Databases(Installation installation) {
    this.installation = installation;
  }

  /** Name of store-api's database. */
  String name() {
    return installation.jdbcUrl().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
  }

  /** Runs statements, each in a transaction of its own. */
  void run(String... statements) throws IOException {
    var properties = new Properties();
    properties.setProperty("user", installation.jdbcUser());
    properties.setProperty("password", installation.jdbcPassword());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("options", "-c default_transaction_read_only=off");
    var beside = name().equals("postgres") ? "template1" : "postgres";
    var url = installation.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/" + beside + "$1");
    try (var connection = DriverManager.getConnection(url, properties);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IOException("Postgres: " + e.getMessage(), e);
    }
  }
}
