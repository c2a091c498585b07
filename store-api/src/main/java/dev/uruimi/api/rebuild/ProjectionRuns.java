package dev.uruimi.api.rebuild;

import dev.uruimi.api.leases.Leases;
import dev.uruimi.events.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The latest run of each kind, in transactions of their own; a run writes of itself alone. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ProjectionRuns {

  /** A run as it was noted last. */
  record Noted(
      String run,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      long events,
      long ofEvents,
      long stores,
      @Nullable Outcome outcome) {}

  private final JdbcClient jdbc;
  private final Leases leases;
  private final Clock clock;

  ProjectionRuns(JdbcClient jdbc, Leases leases, Clock clock) {
    this.jdbc = jdbc;
    this.leases = leases;
    this.clock = clock;
  }

  public void begin(RunKind kind, String run) {
    jdbc.sql(
            """
            insert into projection_runs
              (kind, run, state, started_at, ended_at, events, of_events, stores, outcome)
            values (:kind, :run, 'running', :now, null, 0, 0, 0, null)
            on conflict (kind) do update set run = :run, state = 'running', started_at = :now,
              ended_at = null, events = 0, of_events = 0, stores = 0, outcome = null
            """)
        .param("kind", kind.label())
        .param("run", run)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Keeps the lease and notes how far it is; false when somebody else holds the lease. */
  public boolean progress(String run, long events, long ofEvents, long stores) {
    if (!leases.hold(RunProgress.LEASE, RunProgress.KEPT)) {
      return false;
    }
    jdbc.sql(
            """
            update projection_runs set events = :events, of_events = :ofEvents, stores = :stores
            where run = :run and state = 'running'
            """)
        .param("run", run)
        .param("events", events)
        .param("ofEvents", ofEvents)
        .param("stores", stores)
        .update();
    return true;
  }

  public void end(String run, String state, Outcome outcome) {
    jdbc.sql(
            """
            update projection_runs set state = :state, ended_at = :now, outcome = :outcome
            where run = :run and state = 'running'
            """)
        .param("run", run)
        .param("state", state)
        .param("now", Timestamp.from(clock.instant()))
        .param("outcome", EventCodec.JSON.writeValueAsString(outcome))
        .update();
  }

  public Optional<Noted> latest(RunKind kind) {
    return jdbc.sql("select * from projection_runs where kind = :kind")
        .param("kind", kind.label())
        .query((row, _) -> noted(row))
        .optional();
  }

  private static Noted noted(ResultSet row) throws SQLException {
    var ended = row.getTimestamp("ended_at");
    var outcome = row.getString("outcome");
    return new Noted(
        row.getString("run"),
        row.getString("state"),
        row.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getLong("events"),
        row.getLong("of_events"),
        row.getLong("stores"),
        outcome == null ? null : EventCodec.JSON.readValue(outcome, Outcome.class));
  }
}
