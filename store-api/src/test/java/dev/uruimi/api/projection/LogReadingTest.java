package dev.uruimi.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class LogReadingTest {

  @Test
  void withoutTheDatabaseTheLogIsReadFromItsBegin() {
    var offsets = new AppliedOffsets(JdbcClient.create(new Away()), new Reached());

    assertThat(LogReading.begin(offsets, new TopicPartition("t", 3))).isZero();
  }

  /** A database that does not answer. */
  private static final class Away extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("away");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }
}
