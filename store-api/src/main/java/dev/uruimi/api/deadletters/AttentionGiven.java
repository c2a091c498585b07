package dev.uruimi.api.deadletters;

import dev.uruimi.api.broker.BrokerAwayException;
import dev.uruimi.api.projection.AttentionMarks;
import dev.uruimi.api.web.Causes;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes the mark of a store away when somebody has dealt with the last of its dead letters that
 * this service put aside. Where that cannot be told at once the mark stays.
 */
@Component
class AttentionGiven {

  private static final Logger log = LoggerFactory.getLogger(AttentionGiven.class);
  private static final String TOPIC = Topics.deadLetters("store-api");
  private static final int MOST = 1000;

  private final DeadLetterTopics topics;
  private final DeadLetterReader reader;
  private final DeadLetterNotes notes;
  private final AttentionMarks marks;

  AttentionGiven(
      DeadLetterTopics topics,
      DeadLetterReader reader,
      DeadLetterNotes notes,
      AttentionMarks marks) {
    this.topics = topics;
    this.reader = reader;
    this.notes = notes;
    this.marks = marks;
  }

  /** Somebody dealt with a dead letter. */
  void to(DeadLetter letter) {
    var store = letter.storeId();
    if (store == null || !letter.id().topic().equals(TOPIC)) {
      return;
    }
    try {
      if (isLast(store)) {
        marks.clear(new StoreId(store));
      }
    } catch (BrokerAwayException | DataAccessException e) {
      log.atWarn()
          .addKeyValue("storeId", store)
          .addKeyValue("cause", Causes.briefly(e))
          .log("the mark stays: nobody can tell whether more dead letters lie there");
    }
  }

  private boolean isLast(String store) {
    var ranges =
        topics.ranges().stream().filter(range -> range.partition().topic().equals(TOPIC)).toList();
    var total = ranges.stream().mapToLong(DeadLetterTopics.Range::size).sum();
    var latest = reader.latest(ranges, MOST);
    var known = notes.find(latest.deadLetters());
    return total <= MOST
        && latest.complete()
        && latest.deadLetters().stream()
            .filter(letter -> store.equals(letter.storeId()))
            .allMatch(
                letter -> {
                  var note = known.get(letter.id());
                  return note != null && note.done();
                });
  }
}
