package dev.uruimi.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.clusterchoice.IngressAddress;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

  private final ServiceEnvironment environment =
      new ServiceEnvironment(
          new UruimiHome(Path.of("/r"), Path.of("/c"), Path.of("/s")),
          Path.of("/s/password"),
          IngressAddress.own(7090),
          Path.of("/s/engines/1"),
          true,
          false,
          Map.of("STORE_DOMAIN", "shops.example", "AWS_SECRET", "x"));

  @Test
  void everyServiceKnowsBrokerClusterAndIngress() {
    assertThat(environment.of(Service.CLEANUP))
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:7092")
        .containsEntry("KUBECONFIG", "/s/kubeconfig")
        .containsEntry("SERVER_PORT", "7083")
        .containsEntry("ENGINES_DIRECTORY", "/s/engines/1")
        .containsEntry("INGRESS_ADDRESS", "127.0.0.1:7090");
  }

  @Test
  void onlyStoreApiKnowsTheDatabase() {
    assertThat(environment.of(Service.STORE_API))
        .containsEntry("POSTGRES_PASSWORD_FILE", "/s/password")
        .containsEntry("WEBHOOKS_KEY_FILE", "/s/secrets/webhooks-key");
    assertThat(environment.of(Service.PROVISIONER).keySet())
        .noneMatch(name -> name.startsWith("POSTGRES") || name.endsWith("KEY_FILE"));
  }

  @Test
  void onlyStoreApiKnowsTheTokenOfItsUsersAndAllThatOfTheServices() {
    assertThat(environment.of(Service.STORE_API))
        .containsEntry("LOGIN_TOKEN_FILE", "/s/secrets/log-in-token")
        .containsEntry("PEERS_TOKEN_FILE", "/s/secrets/peers-token");
    assertThat(environment.of(Service.PROVISIONER))
        .containsEntry("PEERS_TOKEN_FILE", "/s/secrets/peers-token")
        .doesNotContainKey("LOGIN_TOKEN_FILE");
  }

  @Test
  void storeApiTellsThatPodsAreSimulated() {
    assertThat(environment.of(Service.STORE_API)).containsEntry("URUIMI_SIMULATED", "true");
  }

  @Test
  void settingsOfShopsAreHandedOnAndNothingElse() {
    assertThat(environment.of(Service.STORE_API))
        .containsEntry("STORE_DOMAIN", "shops.example")
        .doesNotContainKey("AWS_SECRET");
  }

  @Test
  void variablesThatEnginesNameAreHandedOn(@TempDir Path repository) throws IOException {
    var engine = Files.createDirectories(repository.resolve("engines/window"));
    Files.writeString(engine.resolve("engine.yaml"), "valuesFile: ${WINDOW_FILE:x.yaml}\n");
    var withEngine =
        new ServiceEnvironment(
            new UruimiHome(repository, Path.of("/c"), Path.of("/s")),
            Path.of("/s/password"),
            IngressAddress.own(7090),
            repository.resolve("engines"),
            false,
            false,
            Map.of("WINDOW_FILE", "mine.yaml", "OTHER_FILE", "x"));

    assertThat(withEngine.of(Service.PROVISIONER))
        .containsEntry("WINDOW_FILE", "mine.yaml")
        .doesNotContainKey("OTHER_FILE");
  }
}
