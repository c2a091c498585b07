package dev.uruimi.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

  private static final String PREFIX = "uruimi.watcher";

  @Test
  void everySettingIsOnThePage() throws IOException {
    var page = Files.readString(Path.of("../docs/watcher.md"));

    assertThat(names(PREFIX, WatcherProperties.class))
        .hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void theDefaultsHold() {
    var settings = bound(Map.of());

    assertThat(settings.ingress().getPort()).isEqualTo(80);
    assertThat(settings.graces().probeFailures()).isEqualTo(3);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> bound(Map.of(PREFIX + ".ingress-address", "shop")))
        .isInstanceOf(BindException.class)
        .hasStackTraceContaining("INGRESS_ADDRESS");
    assertThatThrownBy(() -> bound(Map.of(PREFIX + ".probe.failures", "0")))
        .isInstanceOf(BindException.class);
  }

  private static WatcherProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate(PREFIX, WatcherProperties.class);
  }

  /** The environment's names stand on the page for the two settings that have one. */
  private static List<String> names(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(c -> !List.of("ingressAddress", "enginesDirectory").contains(c.getName()))
        .flatMap(component -> names(prefix, component))
        .toList();
  }

  private static Stream<String> names(String prefix, RecordComponent component) {
    var name =
        prefix
            + "."
            + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    return component.getType().isRecord()
        ? names(name, component.getType()).stream()
        : Stream.of(name);
  }
}
