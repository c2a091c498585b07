package dev.uruimi.local.postgres;

import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.secrets.SecretFile;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Ready when the role of the services can log in. */
record LogIn(String url, String user, SecretFile password) implements Readiness {

  @Override
  public boolean ready() throws IOException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.read());
    properties.setProperty("connectTimeout", "1");
    properties.setProperty("socketTimeout", "2");
    try (var connection = DriverManager.getConnection(url, properties)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
