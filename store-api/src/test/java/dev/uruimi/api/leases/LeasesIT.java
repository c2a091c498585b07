package dev.uruimi.api.leases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.Servers;
import dev.uruimi.api.support.SettableClock;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(Servers.class)
class LeasesIT {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @Test
  void aLeaseHasOneHolderUntilItExpiresOrIsGivenBack(PostgresServer postgres) {
    var jdbc = JdbcClient.create(postgres.dataSource());
    jdbc.sql("create table leases (name text primary key, holder text, expires_at timestamptz)")
        .update();
    var clock = new SettableClock();
    var one = new Leases(jdbc, clock);
    var other = new Leases(jdbc, clock);

    assertThat(one.hold("relay", A_MINUTE)).isTrue();
    assertThat(one.hold("relay", A_MINUTE)).isTrue();
    assertThat(other.hold("relay", A_MINUTE)).isFalse();

    clock.advance(A_MINUTE.plusSeconds(1));
    assertThat(other.hold("relay", A_MINUTE)).isTrue();
    assertThat(one.hold("relay", A_MINUTE)).isFalse();

    one.release("relay");
    assertThat(one.hold("relay", A_MINUTE)).isFalse();
    other.release("relay");
    assertThat(one.hold("relay", A_MINUTE)).isTrue();
  }
}
