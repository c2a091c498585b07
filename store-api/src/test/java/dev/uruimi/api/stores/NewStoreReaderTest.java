package dev.uruimi.api.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.uruimi.api.support.Engines;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewStoreReaderTest {

  private final NewStoreReader reader = new NewStoreReader(Engines.catalogue());

  @Test
  void theSmallPlanNeedNotBeNamed() {
    assertThat(read("{\"name\": \" Tea \", \"engine\": \"sample\"}"))
        .isEqualTo(new NewStore("Tea", "sample", "small", Map.of(), null));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    var errors =
        errors("{\"name\": \"\", \"engine\": \"nix\", \"colour\": 1, \"plan\": 7, \"values\": 1}");

    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("name", "engine", "colour", "plan", "values");
    assertThat(errors)
        .contains(new FieldError("engine", "#/engine", "is not known; known are sample"))
        .contains(new FieldError("plan", "#/plan", "must be a string"));
  }

  @Test
  void anUnknownPlanNamesTheKnownOnes() {
    assertThat(errors("{\"name\": \"a\", \"engine\": \"sample\", \"plan\": \"huge\"}"))
        .containsExactly(
            new FieldError(
                "plan", "#/plan", "is not known to this engine; known are small, large"));
  }

  @Test
  void aNumberIsNoName() {
    assertThat(errors("{\"name\": 5, \"engine\": \"sample\"}"))
        .containsExactly(new FieldError("name", "#/name", "must be a string"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "{} {}",
        "{\"name\": \"a\", \"name\": \"b\"}",
        "{'a': 1}",
        "\u0000",
        "{\"name\": \"\ud800\"}x"
      })
  void whatIsNoJsonObjectIsABadRequest(String body) {
    var problem =
        catchThrowableOfType(
            ProblemException.class, () -> reader.read(body.getBytes(StandardCharsets.UTF_8)));

    assertThat(problem.getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void brokenUtf8IsABadRequest() {
    var problem =
        catchThrowableOfType(
            ProblemException.class, () -> reader.read(new byte[] {'"', (byte) 0xff, '"'}));

    assertThat(problem.getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void valuesThatTheEngineLetsChooseAreTaken() {
    var values = "{\"store\": {\"currency\": \"USD\", \"beds\": 2, \"open\": false}}";

    assertThat(read(wish(values)).values())
        .isEqualTo(Map.of("store", Map.of("currency", "USD", "beds", 2, "open", false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5                                      | #/values                | must be an object
          null                                   | #/values                | must be an object
          []                                     | #/values                | must be an object
          {"image": "evil"}                      | #/values/image          | is not a choice of this engine; choices are store.currency
          {"store": {"id": "x"}}                 | #/values/store/id       | is not a choice
          {"store": "x"}                         | #/values/store          | must be an object
          {"store.currency": "USD"}              | #/values/store.currency | is not a choice
          {"a/b ~c": 1}                          | #/values/a~1b%20~0c     | is not a choice
          {"__proto__": {"polluted": 1}}         | #/values/__proto__      | is not a choice
          {"store": {"currency": null}}          | #/values/store/currency | must not be null
          {"store": {"currency": {"a": 1}}}      | #/values/store/currency | must be one text, number or truth value
          {"store": {"currency": ["USD"]}}       | #/values/store/currency | must be one text, number or truth value
          {"store": {"currency": "US\\u0000"}} | #/values/store/currency | must not hold control characters
          {"store": {"currency": "\\ud83d"}}   | #/values/store/currency | must not hold control characters
          {"store": {"currency": "dollar"}}      | #/values/store/currency | is not what the engine's chart takes: does not match the regex pattern
          {"store": {"currency": 5}}             | #/values/store/currency | is not what the engine's chart takes: integer found, string expected
          {"store": {"beds": 10}}                | #/values/store/beds     | is not what the engine's chart takes: must have a maximum value of 9
          {"store": {"beds": 1e999}}             | #/values/store/beds     | must be a number of at most 2^53
          {"store": {"open": "yes"}}             | #/values/store/open     | is not what the engine's chart takes: string found, boolean expected
          """)
  void aWrongValueIsNamed(String values, String pointer, String detail) {
    assertThat(errors(wish(values)))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).isEqualTo(pointer);
              assertThat(error.detail()).contains(detail);
            });
  }

  @Test
  void everyWrongValueIsNamedAtOnce() {
    assertThat(errors(wish("{\"store\": {\"currency\": \"x\", \"beds\": 0}}")))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("values.store.currency", "values.store.beds");
  }

  @Test
  void ofTenThousandKeysAFewAreNamedAndTheRestIsCounted() {
    var keys =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\"" + "k".repeat(100) + i + "\": 1")
            .collect(Collectors.joining(", ", "{", "}"));

    var errors = errors(wish(keys));

    assertThat(errors).hasSize(21);
    assertThat(errors.getLast().detail()).isEqualTo("has 9980 more that are not valid");
    assertThat(errors.getFirst().pointer().length()).isLessThan(100);
  }

  @Test
  void aHugeTextIsRefused() {
    assertThat(errors(wish("{\"store\": {\"currency\": \"" + "x".repeat(15_000) + "\"}}")))
        .singleElement()
        .extracting(FieldError::detail)
        .isEqualTo("must have at most 1000 characters, not 15000");
  }

  @Test
  void whatNestsTooDeeplyIsABadRequestThatSaysSo() {
    var deep = wish("{\"a\":".repeat(60) + "1" + "}".repeat(60));

    var problem = catchThrowableOfType(ProblemException.class, () -> read(deep));

    assertThat(problem.getStatusCode().value()).isEqualTo(400);
    assertThat(problem.getBody().getDetail()).contains("deeper than 50 levels");
  }

  private static String wish(String values) {
    return "{\"name\": \"a\", \"engine\": \"sample\", \"values\": " + values + "}";
  }

  private NewStore read(String body) {
    return reader.read(body.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  private List<FieldError> errors(String body) {
    var problem = catchThrowableOfType(ProblemException.class, () -> read(body));
    assertThat(problem.getStatusCode().value()).isEqualTo(422);
    return (List<FieldError>) problem.getBody().getProperties().get("errors");
  }
}
