package dev.uruimi.api.replays;

import dev.uruimi.api.lifecycle.Status;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.JsonBody;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.events.StoreId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which stores to replay: those that are named, those in some statuses, or all that are missing.
 *
 * @param stores ids; empty when statuses choose
 * @param since only those that moved or failed since; null: whenever
 * @param reason only those with one of these reason codes; empty: with any or none
 * @param missing those that the cluster lost, to be made anew: of the named ones, of some statuses,
 *     or of all
 * @param dryRun tell only what a replay would do
 */
@Schema(name = "ReplayWish", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ReplayWish(
    @Schema(description = "ids, at most 100") List<String> stores,
    @Schema(example = "[\"failed\"]") List<String> status,
    @Schema(example = "PT24H", type = "string") @Nullable Duration since,
    @Schema(example = "[\"image_pull\"]") List<String> reason,
    @Schema(
            description =
                "ask for those of which the cluster has neither a record nor a namespace, whatever"
                    + " their status; alone: for all of them")
        boolean missing,
    boolean dryRun) {

  /** Stores that are replayed at once; whoever wants more asks again. */
  static final int MOST = 100;

  private static final Set<String> KNOWN =
      Set.of("stores", "status", "since", "reason", "missing", "dryRun");

  /**
   * Reads it.
   *
   * @throws ProblemException 400 for what is not a JSON object, 422 with all wrong fields
   */
  static ReplayWish read(byte[] body) {
    var tree = JsonBody.object(body);
    var errors = new ArrayList<FieldError>();
    for (var field : tree.propertyNames()) {
      if (!KNOWN.contains(field)) {
        errors.add(FieldError.of(field, "is not known; known are " + String.join(", ", sorted())));
      }
    }
    var stores = texts(tree, "stores", errors);
    var status = texts(tree, "status", errors);
    var missing = flag(tree, "missing", errors);
    var dryRun = flag(tree, "dryRun", errors);
    if (stores.isEmpty() ? status.isEmpty() && !missing : !status.isEmpty()) {
      errors.add(
          FieldError.of("stores", "or status must choose the stores, one of the two; or missing"));
    }
    if (stores.size() > MOST) {
      errors.add(FieldError.of("stores", "must name at most %d at once".formatted(MOST)));
    }
    if (!stores.stream().allMatch(StoreId::isValid)) {
      errors.add(FieldError.of("stores", "must be ids of stores"));
    }
    if (status.stream().anyMatch(label -> Status.of(label).isEmpty())) {
      errors.add(FieldError.of("status", "must be statuses of stores"));
    }
    var since = since(tree.path("since"), errors);
    var reason = texts(tree, "reason", errors);
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new ReplayWish(stores, status, since, reason, missing, dryRun);
  }

  private static boolean flag(JsonNode tree, String field, List<FieldError> errors) {
    var value = tree.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      errors.add(FieldError.of(field, "must be true or false"));
    }
    return value.asBoolean(false);
  }

  private static List<String> sorted() {
    return KNOWN.stream().sorted().toList();
  }

  private static List<String> texts(JsonNode tree, String field, List<FieldError> errors) {
    var found = new LinkedHashSet<String>();
    var value = tree.path(field);
    if (!value.isMissingNode() && !value.isArray()) {
      errors.add(FieldError.of(field, "must be a list of strings"));
      return List.of();
    }
    for (var item : value) {
      if (!item.isString() || item.stringValue().contains("\0")) {
        errors.add(FieldError.of(field, "must be a list of strings"));
        return List.of();
      }
      found.add(item.stringValue());
    }
    return List.copyOf(found);
  }

  private static @Nullable Duration since(JsonNode value, List<FieldError> errors) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    try {
      var since = Duration.parse(value.asString(""));
      if (since.isPositive() && since.compareTo(Duration.ofDays(3650)) <= 0) {
        return since;
      }
    } catch (DateTimeParseException _) {
      // refused below
    }
    errors.add(FieldError.of("since", "must be an ISO-8601 duration, for example PT24H"));
    return null;
  }
}
