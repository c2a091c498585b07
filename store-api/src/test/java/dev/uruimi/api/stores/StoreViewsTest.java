package dev.uruimi.api.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.support.Engines;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreViewsTest {

  private static final StoreId ID = new StoreId("k7m2p9x4qd");

  @ParameterizedTest
  @CsvSource({
    "http, , http://shop.test/",
    "http, 80, http://shop.test/",
    "http, 7090, http://shop.test:7090/",
    "https, 443, https://shop.test/",
    "https, , https://shop.test/",
    "https, 8443, https://shop.test:8443/"
  })
  void linksHoldThePortWhereItIsNotTheProtocolsOwn(String protocol, Integer port, String url) {
    var view = views(port).of(requested(protocol), 7);

    assertThat(view.urls()).containsEntry("shop", url).containsOnlyKeys("shop", "admin");
  }

  @Test
  void aFailureIsASentenceAndACode() {
    var reason = Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "a/b:1", "message", "not found"));
    var failed = new StoreEvent.StoreFailed(ID, 1, "readiness-watcher", 1, reason);

    var view = views(null).of(Store.after(requested("http"), envelope(failed)), 7);

    assertThat(view.status()).isEqualTo("failed");
    assertThat(view.errorReason()).isEqualTo("The image a/b:1 cannot be pulled: not found");
    assertThat(view.reason().code()).isEqualTo("image_pull");
    assertThat(view.reason().retryable()).isTrue();
    assertThat(view.timeline().getLast().detail()).isEqualTo(view.errorReason());
  }

  private static StoreViews views(Integer port) {
    return new StoreViews(
        Engines.catalogue(), new StoreProperties("localhost", "http", port, "default", "local"));
  }

  private static Store requested(String protocol) {
    var specification =
        new StoreSpecification(
            "Tea", "local", "sample", "1", "small", Map.of(), "shop.test", protocol, "default");
    return Store.after(null, envelope(new StoreEvent.StoreRequested(ID, 1, specification)));
  }

  private static EventEnvelope envelope(StoreEvent event) {
    return EventEnvelope.of(event, "test", Instant.parse("2026-01-01T00:00:00Z"), null);
  }
}
