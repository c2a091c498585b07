package dev.uruimi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerIT {

  @Test
  void keepsItsDataWhenItIsTakenAwayAndBroughtBack() throws SQLException {
    try (var postgres = PostgresServer.started()) {
      run(postgres, "create table t (n int)");
      run(postgres, "insert into t values (42)");

      postgres.stop();
      postgres.start();

      try (var connection = postgres.dataSource().getConnection();
          var rows = connection.createStatement().executeQuery("select n from t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(42);
      }
    }
  }

  @Test
  void doesNotAnswerWhilePaused() throws SQLException {
    try (var postgres = PostgresServer.started();
        var connection = postgres.dataSource().getConnection()) {
      postgres.pause();
      assertThat(connection.isValid(1)).isFalse();
      postgres.resume();

      run(postgres, "select 1");
    }
  }

  private static void run(PostgresServer postgres, String sql) throws SQLException {
    try (var connection = postgres.dataSource().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
