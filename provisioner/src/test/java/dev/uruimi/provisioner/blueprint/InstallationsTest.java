package dev.uruimi.provisioner.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.engines.Places;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstallationsTest {

  private static final StoreId ID = new StoreId("abcdefghjk");

  private final Blueprints blueprints =
      new Blueprints(
          EngineCatalogue.load(Path.of("src/test/catalogue"), _ -> null), "traefik", "7090");

  @Test
  void aMerchantsTextIsTakenAsItIs() {
    var values = Map.<String, Object>of("greeting", "${host} ${nothing}");

    var installation = Installations.of(blueprints.of(ID, store("small", values)), 3);

    assertThat(installation.values())
        .containsEntry("greeting", "${host} ${nothing}")
        .containsEntry(
            "store", Map.of("id", "abcdefghjk", "name", "${storeId} \n x: y", "port", "7090"));
    assertThat(installation.description()).isEqualTo("uruimi attempt 3");
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoChoiceIsRefused(Map<String, Object> values) {
    assertThatExceptionOfType(NoBlueprintException.class)
        .isThrownBy(() -> blueprints.of(ID, store("small", values)))
        .satisfies(e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.CHART_INVALID.code()))
        .withMessageContaining("is not a choice of this engine; choices are greeting");
  }

  static Stream<Map<String, Object>> whatIsNoChoiceIsRefused() {
    return Stream.of(
        Map.of("replicas", 3),
        Map.of("store", Map.of("id", "zzzzzzzzzz")),
        Map.of("store", "gone"),
        Map.of("greeting", "hello", "pods", List.of("host")));
  }

  @Test
  void noValueOfAStoreOverridesWhatIsOurs() {
    var store = store("small", Map.of("store", Map.of("id", "other", "colour", "red")));
    var engine = blueprints.of(ID, store("small", Map.of())).engine();
    var places = new Places(Map.of("storeId", "ours", "name", "n", "ingressPort", "1"));
    var plan = new Engine.Plan("t", "d", Map.of(), Map.of("store", Map.of("colour", "blue")));

    var installation = Installations.of(new Blueprint(ID, store, engine, plan, places), 1);

    assertThat(installation.values())
        .isEqualTo(
            Map.of("store", Map.of("id", "ours", "name", "n", "port", "1", "colour", "blue")));
  }

  @Test
  void aPortThatIsTheProtocolsOwnIsLeftOut() {
    var usual =
        new Blueprints(EngineCatalogue.load(Path.of("src/test/catalogue"), _ -> null), "x", "80");

    var installation = Installations.of(usual.of(ID, store("small", Map.of())), 1);

    assertThat(installation.values().get("store"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("port", "");
  }

  @Test
  void aPlanTheEngineDoesNotHaveIsRefused() {
    assertThatExceptionOfType(NoBlueprintException.class)
        .isThrownBy(() -> blueprints.of(ID, store("enormous", Map.of())))
        .satisfies(e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.CHART_INVALID.code()))
        .withMessageContaining("enormous");
  }

  private static StoreSpecification store(String plan, Map<String, Object> values) {
    return new StoreSpecification(
        "${storeId} \n x: y", "o", "tiny", "1", plan, values, "h", "http", "default");
  }
}
