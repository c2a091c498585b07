package dev.uruimi.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.clusterchoice.IngressAddress;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** Compose gives the services what {@code up} gives them, and nothing that they do not read. */
class ComposeFileTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  /** What only {@code up} says: where it puts things, and what is the same in every container. */
  private static final Set<String> OF_UP =
      Set.of("SERVER_PORT", "URUIMI_HELM_PROGRAM", "URUIMI_SIMULATED");

  /** What the JVM and the Kubernetes client read. */
  private static final Set<String> OF_LIBRARIES = Set.of("HOME", "KUBECONFIG");

  private static final Pattern READ = Pattern.compile("\\$\\{([A-Z_]+)");

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyServiceGetsWhatUpGivesIt(Service service) throws IOException {
    var given = new TreeSet<>(environment(service).keySet());
    given.removeAll(OF_UP);

    assertThat(set(service)).containsAll(given);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void noServiceGetsWhatNoServiceReads(Service service) throws IOException {
    var read = new TreeSet<>(OF_LIBRARIES);
    for (var each : Service.values()) {
      read.addAll(variables(each.module() + "/src/main/resources/application.yaml"));
    }
    read.addAll(variables("common-worker/src/main/resources/uruimi-worker.yaml"));

    assertThat(read).containsAll(set(service));
  }

  private static Map<String, String> environment(Service service) {
    var home = new UruimiHome(REPOSITORY, Path.of("/c"), Path.of("/s"));
    return new ServiceEnvironment(
            home,
            Path.of("/s/password"),
            IngressAddress.own(80),
            REPOSITORY.resolve("engines"),
            false,
            false,
            Map.of())
        .of(service);
  }

  private static Set<String> set(Service service) throws IOException {
    Map<String, Map<String, Map<String, Map<String, ?>>>> file =
        new Yaml().load(Files.readString(REPOSITORY.resolve("compose/compose.yaml")));
    return file.get("services").get(service.module()).get("environment").keySet();
  }

  private static Set<String> variables(String file) throws IOException {
    return READ.matcher(Files.readString(REPOSITORY.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
