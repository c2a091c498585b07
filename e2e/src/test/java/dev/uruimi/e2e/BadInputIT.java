package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Bad input gets a clear error that names the field. */
@Order(2)
class BadInputIT {

  @BeforeAll
  static void thePlatformIsUp() {
    Uruimi.up();
  }

  static Stream<String> badNames() {
    return Stream.of("", "   ", "x".repeat(300), "Shop 🛒", "<script>alert(1)</script>");
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void aBadNameIsRefusedByItsField(String name) {
    var body = JsonMapper.shared().writeValueAsString(Map.of("name", name, "engine", "medusa"));

    var answer = Api.send("POST", "/stores", body, Map.of());

    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().path("errors").toString()).contains("name");
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("{\"name\":\"a\",\"engine\":\"no-such-engine\"}", "engine"),
        Arguments.of("{\"name\":\"a\",\"engine\":\"medusa\",\"plan\":\"huge\"}", "plan"),
        Arguments.of("{\"name\":\"a\",\"engine\":\"medusa\",\"colour\":\"red\"}", "colour"),
        Arguments.of("{\"engine\":\"medusa\"}", "name"));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void aBadFieldIsNamed(String body, String field) {
    var answer = Api.send("POST", "/stores", body, Map.of());

    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).contains(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"name\"", "{\"name\":1,\"engine\":[]}"})
  void wrongJsonIsRefused(String body) {
    var answer = Api.send("POST", "/stores", body, Map.of());

    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.type()).startsWith("application/problem+json");
  }

  @Test
  void aLargeBodyIsRefused() {
    var body = "{\"name\":\"" + "x".repeat(100_000) + "\"}";

    assertThat(Api.send("POST", "/stores", body, Map.of()).status()).isEqualTo(413);
  }

  @Test
  void aForeignOriginIsRefused() {
    var headers = Map.of("Origin", "http://evil.example");

    assertThat(Api.send("GET", "/stores", null, headers).status()).isEqualTo(403);
  }

  @Test
  void whoDoesNotShowTheTokenIsRefusedByEveryService() {
    var stranger = Map.of("Authorization", "Bearer somebody-else");

    assertThat(Api.send("GET", "/stores", null, stranger).status()).isEqualTo(401);
    for (var service : Workers.PORTS.keySet()) {
      assertThat(Workers.statusForStrangers(service, "/actuator/bindings")).isEqualTo(401);
      assertThat(Workers.statusForStrangers(service, "/actuator/health/liveness")).isEqualTo(200);
    }
  }

  @Test
  void anUnknownStoreIsNotFound() {
    assertThat(Api.send("GET", "/stores/zzzzzzzzzz", null, Map.of()).status()).isEqualTo(404);
    assertThat(Api.send("DELETE", "/stores/zzzzzzzzzz", null, Map.of()).status()).isEqualTo(404);
    assertThat(Api.send("GET", "/stores/..%2f..%2fetc", null, Map.of()).status())
        .isBetween(400, 404);
  }

  @Test
  void theSameIdempotencyKeyGivesTheSameStore() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var body = "{\"name\":\"Once\",\"engine\":\"medusa\"}";

    var first = Api.send("POST", "/stores", body, key);
    var second = Api.send("POST", "/stores", body, key);
    var other = Api.send("POST", "/stores", body.replace("Once", "Twice"), key);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    Api.delete(first.json().path("id").asString());
  }
}
