package dev.uruimi.api.deadletters;

import dev.uruimi.api.broker.Broker;
import dev.uruimi.api.broker.BrokerAwayException;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.events.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Deals with dead letters: sends them to the log again, or puts them away. */
@Component
class Handling {

  private static final Logger log = LoggerFactory.getLogger(Handling.class);

  private final DeadLetterNotes notes;
  private final Broker broker;

  Handling(DeadLetterNotes notes, Broker broker) {
    this.notes = notes;
    this.broker = broker;
  }

  /** Puts it away; it stays in its topic. */
  void discard(DeadLetter letter, String note) {
    if (!notes.take(letter, Note.How.DISCARDED, note, true)) {
      throw alreadyHandled(letter);
    }
    log(letter, "discarded");
  }

  /**
   * Sends it to the log again: key, body and its own headers unchanged. Its id is the same, so
   * whoever has read it before passes it over.
   */
  void redrive(DeadLetter letter, @Nullable String note) {
    var source = letter.headers().source();
    if (source == null || !source.topic().equals(Topics.STORE_EVENTS)) {
      throw ProblemException.conflict(
          "not-redrivable",
          "It cannot be sent again",
          "It does not tell that it comes from " + Topics.STORE_EVENTS + ".");
    }
    if (!notes.take(letter, Note.How.REDRIVEN, note, false)) {
      throw alreadyHandled(letter);
    }
    try {
      send(letter);
    } catch (BrokerAwayException e) {
      notes.undo(letter);
      log.atWarn()
          .addKeyValue("deadLetter", letter.id())
          .addKeyValue("cause", Causes.briefly(e))
          .log("not redriven");
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "not-redriven",
          "The broker did not acknowledge it",
          "It counts as not redriven. Try again in a moment; should it have arrived nevertheless,"
              + " its repeat changes nothing.");
    }
    noteDone(letter);
    log(letter, "redriven");
  }

  private void noteDone(DeadLetter letter) {
    try {
      notes.done(letter);
    } catch (DataAccessException e) {
      log.atError()
          .addKeyValue("deadLetter", letter.id())
          .addKeyValue("cause", Causes.briefly(e))
          .log("redriven, but not noted");
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "redrive-not-noted",
          "It was sent, but that could not be noted",
          "In a minute it counts as not redriven; a repeat changes nothing.");
    }
  }

  private void send(DeadLetter letter) {
    var record =
        new ProducerRecord<>(
            Topics.STORE_EVENTS,
            null,
            null,
            letter.record().key(),
            letter.record().value(),
            letter.headers().own());
    try (var producer = broker.producer()) {
      producer.send(record).get(8, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new BrokerAwayException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAwayException(e);
    }
  }

  private ProblemException alreadyHandled(DeadLetter letter) {
    var note = notes.find(letter);
    var detail =
        note.filter(Note::done).isPresent()
            ? "It was %s at %s.".formatted(note.get().how().label(), note.get().at())
            : "Somebody is about to redrive it.";
    return ProblemException.conflict("already-handled", "Already handled", detail);
  }

  private static void log(DeadLetter letter, String what) {
    log.atInfo()
        .addKeyValue("deadLetter", letter.id())
        .addKeyValue("storeId", letter.storeId())
        .addKeyValue("eventType", letter.eventType())
        .log(what);
  }
}
