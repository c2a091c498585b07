package dev.uruimi.api.webhooks;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.JsonBody;
import dev.uruimi.api.web.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a wish for a webhook and names everything that is wrong with it at once. */
@Component
class NewWebhookReader {

  private static final Set<String> FIELDS = Set.of("url", "events", "description");
  private static final String EVENTS =
      Arrays.stream(WebhookEvent.values())
          .map(WebhookEvent::label)
          .collect(Collectors.joining(", "));

  private final Recipients recipients;

  NewWebhookReader(Recipients recipients) {
    this.recipients = recipients;
  }

  /**
   * @throws ProblemException 400 for what is not a JSON object, 422 with all wrong fields
   */
  NewWebhook read(byte[] body) {
    var tree = JsonBody.object(body);
    var errors = new ArrayList<FieldError>();
    for (var field : tree.propertyNames()) {
      if (!FIELDS.contains(field)) {
        errors.add(FieldError.of(field, "is not known; known are url, events and description"));
      }
    }
    var url = url(tree.path("url"), errors);
    var events = events(tree.path("events"), errors);
    var description = description(tree.path("description"), errors);
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new NewWebhook(url, events, description);
  }

  private String url(JsonNode value, List<FieldError> errors) {
    complaint(value, value.isString(), "a string")
        .or(() -> recipients.complaint(value.stringValue()))
        .ifPresent(complaint -> errors.add(FieldError.of("url", complaint)));
    return value.asString("");
  }

  private static List<String> events(JsonNode value, List<FieldError> errors) {
    complaint(value, value.isArray(), "a list")
        .or(() -> eventsComplaint(value))
        .ifPresent(complaint -> errors.add(FieldError.of("events", complaint)));
    return value.valueStream().map(event -> event.asString("")).toList();
  }

  private static Optional<String> eventsComplaint(JsonNode list) {
    var labels = list.valueStream().map(event -> event.isString() ? event.stringValue() : "");
    var seen = new HashSet<String>();
    return !list.isEmpty()
            && labels.allMatch(label -> WebhookEvent.of(label).isPresent() && seen.add(label))
        ? Optional.empty()
        : Optional.of("must name one or more, each once, of " + EVENTS);
  }

  private static @Nullable String description(JsonNode value, List<FieldError> errors) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    var text = value.isString() ? value.stringValue().strip() : "";
    if (!value.isString()) {
      errors.add(FieldError.of("description", "must be a string"));
    } else if (text.codePointCount(0, text.length()) > NewWebhook.LONGEST_DESCRIPTION) {
      errors.add(
          FieldError.of(
              "description",
              "must have at most %d characters".formatted(NewWebhook.LONGEST_DESCRIPTION)));
    } else if (text.codePoints().anyMatch(NewWebhookReader::isUnwelcome)) {
      errors.add(FieldError.of("description", "must not hold control characters"));
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean isUnwelcome(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  private static Optional<String> complaint(JsonNode value, boolean right, String wanted) {
    if (value.isMissingNode()) {
      return Optional.of("is missing");
    }
    return right ? Optional.empty() : Optional.of("must be " + wanted);
  }
}
