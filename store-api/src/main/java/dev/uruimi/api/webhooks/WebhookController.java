package dev.uruimi.api.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "webhooks")
class WebhookController {

  private final NewWebhookReader reader;
  private final Registering registering;
  private final Webhooks webhooks;

  WebhookController(NewWebhookReader reader, Registering registering, Webhooks webhooks) {
    this.reader = reader;
    this.registering = registering;
    this.webhooks = webhooks;
  }

  /** All webhooks. */
  @Schema(name = "Webhooks")
  record Page(List<WebhookView> webhooks) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createWebhook",
      summary = "Have a URL told of what becomes of stores",
      description =
          "The answer holds the signing secret, which is shown this once; so there is no"
              + " Idempotency-Key.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewWebhook.class)))
  ResponseEntity<CreatedWebhookView> create(@RequestBody byte[] body) {
    registering.requireKey();
    var created = registering.add(reader.read(body));
    return ResponseEntity.created(URI.create("/webhooks/" + created.id())).body(created);
  }

  @GetMapping
  @Operation(operationId = "listWebhooks", summary = "All webhooks, the oldest first")
  Page list() {
    return new Page(webhooks.all().stream().map(WebhookView::of).toList());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getWebhook", summary = "A webhook")
  WebhookView get(@PathVariable String id) {
    return WebhookView.of(find(id));
  }

  @DeleteMapping("/{id}")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Tell it nothing more; its deliveries are forgotten",
      description = "The answer is the webhook as it was.")
  WebhookView delete(@PathVariable String id) {
    var webhook = find(id);
    registering.remove(id);
    return WebhookView.of(webhook);
  }

  private Webhook find(String id) {
    return webhooks.find(id).orElseThrow(NoSuch::webhook);
  }
}
