package dev.uruimi.api.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which dead letters were dealt with. A note is written before the deed, so that of two
 * at once only one does it; a note whose writer died before it was done gives way after a minute.
 */
@Component
class DeadLetterNotes {

  private static final Duration STALE = Duration.ofMinutes(1);
  private static final String PLACE =
      " topic = :topic and partition = :partition and record_offset = :offset"
          + " and recorded_at = :recordedAt ";

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadLetterNotes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Note> find(DeadLetter letter) {
    return bound("select * from dead_letter_notes where" + PLACE, letter)
        .query((row, _) -> note(row, letter.id()))
        .optional();
  }

  /** Those of several dead letters, by id. */
  Map<DeadLetterId, Note> find(List<DeadLetter> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    var offsets = letters.stream().mapToLong(letter -> letter.id().offset()).summaryStatistics();
    var times = letters.stream().collect(Collectors.toMap(DeadLetter::id, DeadLetter::at));
    var notes = new HashMap<DeadLetterId, Note>();
    jdbc.sql(
            """
            select * from dead_letter_notes
            where topic in (:topics) and record_offset between :from and :to
            """)
        .param("topics", letters.stream().map(letter -> letter.id().topic()).distinct().toList())
        .param("from", offsets.getMin())
        .param("to", offsets.getMax())
        .query(
            row -> {
              var id =
                  new DeadLetterId(
                      row.getString("topic"),
                      row.getInt("partition"),
                      row.getLong("record_offset"));
              if (row.getTimestamp("recorded_at").toInstant().equals(times.get(id))) {
                notes.put(id, note(row, id));
              }
            });
    return notes;
  }

  /**
   * Takes a dead letter in hand.
   *
   * @param done whether that is all there is to do
   * @return false when somebody else has dealt with it or is about to
   */
  boolean take(DeadLetter letter, Note.How how, @Nullable String note, boolean done) {
    var now = clock.instant();
    return bound(
                """
                insert into dead_letter_notes
                  (topic, partition, record_offset, recorded_at, how, note, noted_at, done)
                values (:topic, :partition, :offset, :recordedAt, :how, :note, :now, :done)
                on conflict (topic, partition, record_offset, recorded_at) do update
                set how = :how, note = :note, noted_at = :now, done = :done
                where not dead_letter_notes.done and dead_letter_notes.noted_at <= :stale
                """,
                letter)
            .param("how", how.label())
            .param("note", note)
            .param("now", Timestamp.from(now))
            .param("stale", Timestamp.from(now.minus(STALE)))
            .param("done", done)
            .update()
        == 1;
  }

  /** Notes that the deed is done. */
  void done(DeadLetter letter) {
    bound("update dead_letter_notes set done = true where" + PLACE, letter).update();
  }

  /** Takes a note back whose deed was not done. */
  void undo(DeadLetter letter) {
    bound("delete from dead_letter_notes where not done and" + PLACE, letter).update();
  }

  /** How many of a range are dealt with. */
  long handled(DeadLetterTopics.Range range) {
    return jdbc.sql(
            """
            select count(*) from dead_letter_notes
            where done and topic = :topic and partition = :partition
              and record_offset >= :from and record_offset < :to
            """)
        .param("topic", range.partition().topic())
        .param("partition", range.partition().partition())
        .param("from", range.from())
        .param("to", range.to())
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(String sql, DeadLetter letter) {
    return jdbc.sql(sql)
        .param("topic", letter.id().topic())
        .param("partition", letter.id().partition())
        .param("offset", letter.id().offset())
        .param("recordedAt", Timestamp.from(letter.at()));
  }

  private static Note note(ResultSet row, DeadLetterId id) throws SQLException {
    return new Note(
        id,
        row.getTimestamp("noted_at").toInstant(),
        Note.How.valueOf(row.getString("how").toUpperCase(Locale.ROOT)),
        row.getString("note"),
        row.getBoolean("done"));
  }
}
