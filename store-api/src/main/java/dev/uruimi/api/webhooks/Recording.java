package dev.uruimi.api.webhooks;

import dev.uruimi.api.projection.StoreMoved;
import dev.uruimi.api.stores.StoreViews;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what is to be told in the transaction that applies an event: both or neither. An event that
 * is applied again is noted already, and one that is too old for that to be known is not told.
 */
@Component
class Recording {

  /** Deliveries were recorded. Listen after commit. */
  record Recorded() {}

  private final Deliveries deliveries;
  private final StoreViews views;
  private final Clock clock;
  private final WebhookProperties properties;
  private final ApplicationEventPublisher events;

  Recording(
      Deliveries deliveries,
      StoreViews views,
      Clock clock,
      WebhookProperties properties,
      ApplicationEventPublisher events) {
    this.deliveries = deliveries;
    this.views = views;
    this.clock = clock;
    this.properties = properties;
    this.events = events;
  }

  @EventListener
  void on(StoreMoved moved) {
    var now = clock.instant();
    var since = now.minus(properties.keep());
    WebhookEvent.of(moved.store().state().status())
        .filter(_ -> !moved.envelope().time().isBefore(since))
        .map(event -> notice(event, moved))
        .filter(notice -> deliveries.add(notice, now) > 0)
        .ifPresent(_ -> events.publishEvent(new Recorded()));
  }

  private Notice notice(WebhookEvent event, StoreMoved moved) {
    var store = moved.store();
    var specification = store.specification();
    var state = store.state();
    return new Notice(
        event,
        moved.envelope().id(),
        store.id().value(),
        moved.envelope().time(),
        new Notice.Told(
            store.id().value(),
            specification.name(),
            specification.engine(),
            state.status().label(),
            Notice.Why.of(state.reason()),
            state.attempt().number(),
            views.urls(specification).get("shop")));
  }
}
