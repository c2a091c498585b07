package dev.uruimi.api.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class HandlingIT {

  private static KafkaBroker kafka;
  private static RunningApi api;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker broker, PostgresServer postgres) {
    kafka = broker;
    api = RunningApi.onNewDatabase(kafka, postgres, "handling_it");
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void aRedriveThatIsNotAcknowledgedIsTakenBackAndSaysSo() {
    var letter = newLetter();
    var handling = api.bean(Handling.class);
    var notes = api.bean(DeadLetterNotes.class);

    kafka.stop();
    var problem =
        catchThrowableOfType(ProblemException.class, () -> handling.redrive(letter, "why"));
    var away = api.http().get("/dead-letters/" + letter.id());
    kafka.start();

    assertThat(problem.getBody().getType()).hasToString("urn:uruimi:problem:not-redriven");
    assertThat(problem.getStatusCode().value()).isEqualTo(503);
    assertThat(notes.find(letter)).isEmpty();
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.text("/type")).isEqualTo("urn:uruimi:problem:broker-unavailable");

    await()
        .ignoreExceptions()
        .until(
            () -> {
              handling.redrive(letter, "why");
              return true;
            });
    assertThat(notes.find(letter)).hasValueSatisfying(note -> assertThat(note.done()).isTrue());
    assertThat(log.read(Topics.STORE_EVENTS, letter.storeId())).isNotEmpty();
  }

  @Test
  void whoDiedOverARedriveGivesWayAfterAMinute() {
    var letter = newLetter();
    var notes = api.bean(DeadLetterNotes.class);

    assertThat(notes.take(letter, Note.How.REDRIVEN, null, false)).isTrue();
    assertThat(notes.take(letter, Note.How.REDRIVEN, null, false)).isFalse();
    api.clock.advance(Duration.ofSeconds(61));
    assertThat(notes.take(letter, Note.How.DISCARDED, "mine", true)).isTrue();
    api.clock.advance(Duration.ofSeconds(61));
    assertThat(notes.take(letter, Note.How.REDRIVEN, null, false)).isFalse();
    assertThat(notes.find(letter)).hasValueSatisfying(n -> assertThat(n.note()).isEqualTo("mine"));
  }

  private static DeadLetter newLetter() {
    var id = StoreId.random(new SecureRandom()).value();
    log.put(
        Topics.deadLetters("provisioner"),
        id.getBytes(StandardCharsets.UTF_8),
        "{}".getBytes(StandardCharsets.UTF_8),
        Map.of(
            "ce_type", "dev.uruimi.store.painted.v1".getBytes(StandardCharsets.UTF_8),
            "x-original-topic", Topics.STORE_EVENTS.getBytes(StandardCharsets.UTF_8),
            "x-original-partition", "1".getBytes(StandardCharsets.UTF_8),
            "x-original-offset", "1".getBytes(StandardCharsets.UTF_8)));
    var ranges = api.bean(DeadLetterTopics.class).ranges();
    return api.bean(DeadLetterReader.class).latest(ranges, 50).deadLetters().stream()
        .filter(letter -> id.equals(letter.storeId()))
        .findFirst()
        .orElseThrow();
  }
}
