package dev.uruimi.api.projection;

import dev.uruimi.api.time.LoopBean;
import dev.uruimi.api.web.Causes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Notices that the table went back while it was written, because an older database was restored in
 * its place. Then the log is read again from where the table is now.
 */
@Component
class TableWatch extends LoopBean {

  private static final Logger log = LoggerFactory.getLogger(TableWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Reached reached;
  private final AppliedOffsets offsets;
  private final LogBinding binding;

  TableWatch(Reached reached, AppliedOffsets offsets, LogBinding binding) {
    super("table-watch");
    this.reached = reached;
    this.offsets = offsets;
    this.binding = binding;
  }

  @Override
  protected Duration round() {
    try {
      if (wentBack()) {
        log.warn("an older table was restored: the log is read again from where it is");
        binding.readAgain();
      }
    } catch (DataAccessException | TransactionException e) {
      // whoever needs the database tells that it is away
      log.atDebug().addKeyValue("cause", Causes.briefly(e)).log("the table cannot be compared now");
    }
    return INTERVAL;
  }

  /** What was reached is taken first: meanwhile the table only goes on. */
  private boolean wentBack() {
    return reached.all().entrySet().stream()
        .anyMatch(seen -> offsets.next(seen.getKey()).orElse(0L) < seen.getValue());
  }
}
