package dev.uruimi.api.webhooks;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/webhooks/{id}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "webhooks")
class DeliveryController {

  private static final int LARGEST_PAGE = 200;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Redelivering redelivering;

  DeliveryController(Webhooks webhooks, Deliveries deliveries, Redelivering redelivering) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.redelivering = redelivering;
  }

  /** A page of deliveries. */
  @Schema(name = "WebhookDeliveries")
  record Page(
      @Schema(description = "the newest first") List<DeliveryView> deliveries,
      @Schema(description = "cursor of the next page; null on the last one")
          @Nullable String nextCursor) {}

  @GetMapping
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "What the webhook was told, and how that went; the newest first")
  Page list(
      @PathVariable String id,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
          @RequestParam(defaultValue = "100")
          int limit,
      @Parameter(description = "the nextCursor of the page before") @RequestParam(required = false)
          @Nullable String cursor) {
    var after = place(limit, cursor);
    requireWebhook(id);
    var found = deliveries.list(id, after.map(DeliveryCursor::seq).orElse(null), limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        page.stream().map(DeliveryView::of).toList(),
        found.size() > limit ? new DeliveryCursor(page.getLast().seq()).text() : null);
  }

  @PostMapping("/{deliveryId}/redeliver")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redeliverWebhookDelivery",
      summary = "Send it again now, with all its attempts before it",
      description = "Its id and its body stay, so a recipient knows a message that it had.")
  DeliveryView redeliver(@PathVariable String id, @PathVariable String deliveryId) {
    return DeliveryView.of(redelivering.renew(requireWebhook(id), deliveryId));
  }

  private static Optional<DeliveryCursor> place(int limit, @Nullable String cursor) {
    var errors = new ArrayList<FieldError>();
    if (limit < 1 || limit > LARGEST_PAGE) {
      errors.add(FieldError.of("limit", "must be from 1 to " + LARGEST_PAGE));
    }
    var place = Optional.ofNullable(cursor).flatMap(DeliveryCursor::parse);
    if (cursor != null && place.isEmpty()) {
      errors.add(FieldError.of("cursor", "is not one that an earlier page gave"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return place;
  }

  private Webhook requireWebhook(String id) {
    return webhooks.find(id).orElseThrow(NoSuch::webhook);
  }
}
