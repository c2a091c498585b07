package dev.uruimi.local.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.stores.ServerSentEvents.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

  @Test
  void anEmptyLineCompletesAnEvent() {
    assertThat(events("event: store", "id: 7", "data: {\"a\":1}", ""))
        .containsExactly(new Event("store", "7", "{\"a\":1}"));
  }

  @Test
  void dataOfManyLinesIsOneTextAndOneBlankIsNotPartOfIt() {
    assertThat(events("data:a", "data:  b", "data", ""))
        .containsExactly(new Event("message", "", "a\n b\n"));
  }

  @Test
  void theIdStaysUntilThereIsAnother() {
    assertThat(events("id: 7", "data: a", "", "data: b", "", "id: 8", "data: c", ""))
        .extracting(Event::id)
        .containsExactly("7", "7", "8");
  }

  @Test
  void commentsRetryAndEmptyEventsAreNothing() {
    assertThat(events(": heartbeat", "", "retry: 2000", "", "event: store", "")).isEmpty();
  }

  @Test
  void anIncompleteEventIsNotGiven() {
    assertThat(events("data: half")).isEmpty();
  }

  private static List<Event> events(String... lines) {
    var events = new ServerSentEvents();
    return List.of(lines).stream().map(events::line).flatMap(Optional::stream).toList();
  }
}
