package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Status;
import dev.uruimi.api.projection.StoreFilter;
import dev.uruimi.api.projection.StoreList.Place;
import dev.uruimi.api.projection.StoreOrder;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param after the place the page begins behind; null for the first page
 */
record StoreListRequest(StoreFilter filter, StoreOrder order, @Nullable Place after, int limit) {

  static final int LARGEST_PAGE = 200;
  private static final int LONGEST_TEXT = 60;
  private static final int MOST_NAMES = 20;
  private static final String ENGINE = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

  /**
   * The parameters as they came.
   *
   * @param status labels, in several parameters or separated by commas
   * @param engine names, likewise
   * @param owner names, likewise
   */
  record Parameters(
      @Nullable List<String> status,
      @Nullable List<String> engine,
      @Nullable List<String> owner,
      @Nullable String q,
      String sort,
      int limit,
      @Nullable String cursor) {}

  /**
   * Reads the parameters.
   *
   * @throws ProblemException 422 naming every parameter that is wrong
   */
  static StoreListRequest of(Parameters parameters, Instant deletedSince) {
    var errors = new ArrayList<FieldError>();
    var statuses = statuses(split(parameters.status()), errors);
    var engines = engines(split(parameters.engine()), errors);
    var owners = owners(split(parameters.owner()), errors);
    var text = parameters.q() == null ? null : text(parameters.q(), errors);
    if (parameters.limit() < 1 || parameters.limit() > LARGEST_PAGE) {
      errors.add(FieldError.of("limit", "must be from 1 to " + LARGEST_PAGE));
    }
    var order = StoreOrder.of(parameters.sort());
    if (order.isEmpty()) {
      var known = Arrays.stream(StoreOrder.values()).map(StoreOrder::label);
      errors.add(
          FieldError.of("sort", "must be one of " + known.collect(Collectors.joining(", "))));
    }
    var sorted = order.orElse(StoreOrder.CREATED_LATEST);
    var after = order.isEmpty() ? null : place(parameters.cursor(), sorted, errors);
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new StoreListRequest(
        new StoreFilter(statuses, engines, owners, text, deletedSince),
        sorted,
        after,
        parameters.limit());
  }

  private static Set<String> split(@Nullable List<String> values) {
    return values == null
        ? Set.of()
        : values.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Status> statuses(Set<String> labels, List<FieldError> errors) {
    var statuses = EnumSet.noneOf(Status.class);
    labels.stream().map(Status::of).forEach(status -> status.ifPresent(statuses::add));
    if (statuses.size() < labels.size()) {
      errors.add(FieldError.of("status", "is not a status of stores"));
    }
    return statuses;
  }

  private static Set<String> engines(Set<String> names, List<FieldError> errors) {
    if (names.size() > MOST_NAMES || !names.stream().allMatch(name -> name.matches(ENGINE))) {
      errors.add(FieldError.of("engine", "must be names of engines, at most " + MOST_NAMES));
    }
    return names;
  }

  private static Set<String> owners(Set<String> names, List<FieldError> errors) {
    if (names.size() > MOST_NAMES || !names.stream().allMatch(StoreOwner::isValid)) {
      errors.add(FieldError.of("owner", "must be names of owners, at most " + MOST_NAMES));
    }
    return names;
  }

  private static String text(String q, List<FieldError> errors) {
    var text = StoreName.normal(q);
    var length = text.codePointCount(0, text.length());
    if (length == 0 || length > LONGEST_TEXT) {
      errors.add(
          FieldError.of(
              "q", "must have 1 to %d characters, not %d".formatted(LONGEST_TEXT, length)));
    } else if (text.codePoints().anyMatch(Character::isISOControl)) {
      errors.add(FieldError.of("q", "must not hold control characters"));
    }
    return text;
  }

  private static @Nullable Place place(
      @Nullable String cursor, StoreOrder order, List<FieldError> errors) {
    if (cursor == null) {
      return null;
    }
    var parsed = Cursor.parse(cursor, order);
    if (parsed.isEmpty()) {
      errors.add(FieldError.of("cursor", "is not one that an earlier page of this sort gave"));
    }
    return parsed.map(Cursor::place).orElse(null);
  }
}
