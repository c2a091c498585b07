package dev.uruimi.api.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.uruimi.api.support.Engines;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewStoreReaderTest {

  private final NewStoreReader reader = new NewStoreReader(Engines.catalogue());

  @Test
  void theSmallPlanNeedNotBeNamed() {
    assertThat(read("{\"name\": \" Tea \", \"engine\": \"sample\"}"))
        .isEqualTo(new NewStore("Tea", "sample", "small"));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    var errors = errors("{\"name\": \"\", \"engine\": \"nix\", \"colour\": 1, \"plan\": 7}");

    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("name", "engine", "colour", "plan");
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
