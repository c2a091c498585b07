package dev.uruimi.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(Servers.class)
class MigrationIT {

  private static final String TIMELINE =
      """
      [{"id": "a", "step": "requested", "at": "2026-01-01T10:00:00Z", "attempt": 1},
       {"id": "b", "step": "failed", "at": "2026-01-01T10:05:00Z", "attempt": 1, "detail": "no"},
       {"id": "c", "step": "ready", "at": "2026-01-01T10:06:00Z", "attempt": 1},
       {"id": "d", "step": "requested", "at": "2026-01-01T11:00:00Z", "attempt": 2},
       {"id": "e", "step": "ready", "at": "2026-01-01T11:02:00.5Z", "attempt": 2},
       {"id": "f", "step": "degraded", "at": "2026-01-01T11:03:00Z", "attempt": 2, "detail": "no"},
       {"id": "g", "step": "ready", "at": "2026-01-01T11:04:00Z", "attempt": 2}]
      """;

  @Test
  void storesOfTheFirstSchemaAreSortedSearchedAndCountedAsNewOnes(PostgresServer postgres) {
    RunningApi.sql(postgres, "create database migration_it");
    var database = new PGSimpleDataSource();
    database.setUrl(postgres.jdbcUrl("migration_it"));
    database.setUser(postgres.user());
    Flyway.configure().dataSource(database).target("1").load().migrate();
    var jdbc = JdbcClient.create(database);
    jdbc.sql(
            """
            insert into stores (id, owner, name, engine, status, created, moved_at, change, current)
            values ('k7m2p9x4qd', 'local', 'Ärger Tea', 'medusa', 'ready', now(), now(), 1,
              cast(:current as json))
            """)
        .param("current", "{\"readyAfterMillis\": 120500, \"timeline\": %s}".formatted(TIMELINE))
        .update();

    Flyway.configure().dataSource(database).load().migrate();

    var row = jdbc.sql("select * from stores").query().singleRow();
    assertThat(row.get("search")).isEqualTo("ärger tea\nk7m2p9x4qd");
    assertThat(row.get("sort_name")).isEqualTo("ärger tea");
    assertThat(row.get("ready_after")).isEqualTo(120_500L);
    assertThat(
            jdbc.sql("select ready_at = '2026-01-01T11:02:00.5Z' from stores")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(
            jdbc.sql("select troubled_at = '2026-01-01T11:03:00Z' from stores")
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
