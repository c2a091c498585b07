package dev.uruimi.api.projection;

import dev.uruimi.events.BadEventException;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Judges why a record was not applied. */
final class Failures {

  private Failures() {}

  /** Whether it may pass by itself: the database is away. A repeat won't help anything else. */
  static boolean mayPass(Throwable failure) {
    var chain = chain(failure);
    return chain.stream().noneMatch(DataIntegrityViolationException.class::isInstance)
        && chain.stream()
            .anyMatch(
                cause ->
                    cause instanceof DataAccessException
                        || cause instanceof TransactionException
                        || cause instanceof SQLException);
  }

  /** What lies below what the frameworks wrapped around it. */
  static Throwable root(Throwable failure) {
    return chain(failure).getLast();
  }

  /** As a sentence for people. */
  static String sentence(Throwable cause) {
    // messages of other exceptions may quote data; their names do not
    var message =
        cause instanceof BadEventException
            ? Objects.requireNonNullElse(cause.getMessage(), "")
            : cause.getClass().getSimpleName();
    return Reason.of(ReasonCode.UNREADABLE_EVENT, Map.of("message", message)).sentence();
  }

  private static List<Throwable> chain(Throwable failure) {
    var chain = new ArrayList<Throwable>();
    for (var cause = failure;
        cause != null && !chain.contains(cause);
        cause = cause instanceof BadEventException ? null : cause.getCause()) {
      chain.add(cause);
    }
    return chain;
  }
}
