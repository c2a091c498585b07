package dev.uruimi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.events.StoreEvent.StoreDegraded;
import dev.uruimi.events.StoreEvent.StoreDeleteFailed;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.events.StoreEvent.StoreRenamed;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreEvent.StoreStepCompleted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Reason REASON =
      Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "shop:1", "message", "not found"));

  private final EventCodec codec = new EventCodec();

  static Stream<StoreEvent> everyEvent() {
    var store =
        new StoreSpecification(
            "Ann's <b>",
            "owner",
            "medusa",
            "0.1.0",
            "small",
            Map.of("a", 1),
            "h",
            "http",
            "default");
    return Stream.of(
        new StoreRequested(ID, 1, store),
        new StoreRenamed(ID, 1, 2, "Bea's Tea"),
        new StoreStepCompleted(ID, 1, Step.GUARDRAILS, 12),
        new StoreInstalled(ID, 1, 1, 40),
        new StoreReady(ID, 1, 1, 1),
        new StoreDegraded(ID, 1, 1, 2, REASON),
        new StoreFailed(ID, 1, "provisioner", 0, REASON),
        new StoreDeleteRequested(ID, 1),
        new StoreDeleted(
            ID,
            1,
            new Receipt(
                Map.of("Pod", 1), Map.of("Pod", 2), Map.of("PersistentVolume", 1), NOW, 9, NOW)),
        new StoreDeleteFailed(ID, 1, REASON));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void readsWhatItWrote(StoreEvent event) {
    var envelope = EventEnvelope.of(event, "test", NOW, "00-aa-bb-01");

    var encoded = codec.encode(envelope);

    assertThat(encoded.key()).isEqualTo(ID.value());
    assertThat(codec.decode(encoded.headers(), encoded.body()))
        .isEqualTo(new ReadEvent.Known(envelope));
  }

  @Test
  void coversEveryType() {
    assertThat(everyEvent().map(e -> EventTypes.nameOf(e.getClass())))
        .containsExactlyInAnyOrderElementsOf(EventTypes.names());
  }

  @Test
  void namesTypesUnknownToThisVersion() {
    var headers = Map.of("ce_type", "dev.uruimi.store.claimed.v1");

    assertThat(codec.decode(headers, new byte[0]))
        .isEqualTo(new ReadEvent.Unknown("dev.uruimi.store.claimed.v1"));
  }

  @Test
  void allowsFieldsItDoesNotKnow() {
    var body = "{\"storeId\":\"abcdefghjk\",\"attempt\":1,\"later\":true}";

    assertThat(codec.decode(deleteRequestedHeaders(), bytes(body)))
        .isInstanceOf(ReadEvent.Known.class);
  }

  /** Written by hand as version 0.1.0 wrote it, before receipts told more than what was removed. */
  @Test
  void readsAReceiptOfTheFirstVersion() {
    var headers = deleteRequestedHeaders();
    headers.put("ce_type", "dev.uruimi.store.deleted.v1");
    var body =
        """
        {"storeId":"abcdefghjk","attempt":1,"receipt":{"removed":{"Namespace":1,"Pod":2},\
        "durationMillis":5310,"verifiedAt":"2026-11-24T10:00:00Z"}}""";

    var read = (ReadEvent.Known) codec.decode(headers, bytes(body));

    assertThat(read.envelope().event())
        .isEqualTo(
            new StoreDeleted(ID, 1, new Receipt(Map.of("Namespace", 1, "Pod", 2), 5310, NOW)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "{}",
        "[]",
        "{\"storeId\":\"abcdefghjk\"}",
        "{\"storeId\":\"../../etc\",\"attempt\":1}",
        "{\"storeId\":\"abcdefghjk\",\"attempt\":0}",
        "{\"storeId\":\"zzzzzzzzzz\",\"attempt\":1}"
      })
  void refusesABodyItCannotRead(String body) {
    var headers = deleteRequestedHeaders();

    assertThatThrownBy(() -> codec.decode(headers, bytes(body)))
        .isInstanceOf(BadEventException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_source", "ce_time", "ce_subject"})
  void refusesAMissingAttribute(String header) {
    var headers = deleteRequestedHeaders();
    headers.remove(header);
    var body = bytes("{\"storeId\":\"abcdefghjk\",\"attempt\":1}");

    assertThatThrownBy(() -> codec.decode(headers, body))
        .isInstanceOf(BadEventException.class)
        .hasMessageContaining(header);
  }

  @Test
  void readsAttributesThatAFrameworkRenamed() {
    var renamed = new HashMap<String, String>();
    deleteRequestedHeaders().forEach((k, v) -> renamed.put(k.replace("ce_", "ce-"), v));
    var body = bytes("{\"storeId\":\"abcdefghjk\",\"attempt\":1}");

    assertThat(codec.decode(renamed, body)).isInstanceOf(ReadEvent.Known.class);
  }

  @Test
  void namesTheFieldThatIsMissingInside() {
    var headers = deleteRequestedHeaders();
    headers.put("ce_type", "dev.uruimi.store.requested.v1");
    var body = bytes("{\"storeId\":\"abcdefghjk\",\"attempt\":1,\"store\":{\"name\":\"x\"}}");

    assertThatThrownBy(() -> codec.decode(headers, body)).hasMessageContaining("owner");
  }

  private Map<String, String> deleteRequestedHeaders() {
    return new HashMap<>(
        codec
            .encode(EventEnvelope.of(new StoreDeleteRequested(ID, 1), "test", NOW, null))
            .headers());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
