package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoicesTest {

  private static final Choices CHOICES =
      new Choices(List.of(List.of("store", "currency"), List.of("greeting")), Map.of());

  static Stream<Map<String, Object>> taken() {
    return Stream.of(
        Map.of(),
        Map.of("greeting", "{{ .Values }} ${host} 🛒"),
        Map.of("greeting", 5, "store", Map.of("currency", "EUR")),
        Map.of("greeting", true),
        Map.of("store", Map.of()));
  }

  @ParameterizedTest
  @MethodSource
  void taken(Map<String, Object> values) {
    assertThat(CHOICES.complaints(values)).isEmpty();
  }

  static Stream<Map<String, Object>> refused() {
    return Stream.of(
        Map.of("__proto__", Map.of("greeting", "x")),
        Map.of("store.currency", "EUR"),
        Map.of("store", "EUR"),
        Map.of("store", List.of("EUR")),
        Map.of("store", Map.of("id", "other")),
        Map.of("store", Map.of("currency", Map.of("deeper", 1))),
        Map.of("greeting", List.of("x")),
        Collections.singletonMap("greeting", null),
        Map.of("greeting", "x".repeat(1001)),
        Map.of("greeting", "nul \u0000"),
        Map.of("greeting", "line\nbreak"),
        Map.of("greeting", "half \ud83d"),
        Map.of("greeting", 1e300),
        Map.of("greeting", Double.NaN),
        Map.of("images", Map.of("shop", Map.of("repository", "evil"))),
        Map.of("", 1));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Map<String, Object> values) {
    assertThat(CHOICES.complaints(values)).hasSize(1);
  }

  @Test
  void eachWrongPathIsNamed() {
    var values = Map.of("store", Map.of("id", 1, "plan", 2), "quota", 3, "greeting", "fine");

    assertThat(CHOICES.complaints(values))
        .extracting(Choices.Complaint::path)
        .containsExactlyInAnyOrder(
            List.of("store", "id"), List.of("store", "plan"), List.of("quota"));
    assertThat(CHOICES.complaints(values))
        .extracting(Choices.Complaint::reason)
        .containsOnly("is not a choice of this engine; choices are store.currency, greeting");
  }

  @Test
  void aVeryDeepTreeIsRefusedAtItsTop() {
    Map<String, Object> deep = Map.of();
    for (int i = 0; i < 100_000; i++) {
      deep = Map.of("store", deep);
    }

    assertThat(CHOICES.complaints(deep))
        .extracting(Choices.Complaint::path)
        .containsExactly(List.of("store", "store"));
  }

  @Test
  void tenThousandKeysAreRefusedOneByOne() {
    var many =
        IntStream.range(0, 10_000)
            .boxed()
            .collect(Collectors.toMap(i -> "key" + i, i -> (Object) i, (a, b) -> a, HashMap::new));

    assertThat(CHOICES.complaints(many)).hasSize(10_000);
  }
}
