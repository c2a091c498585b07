package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Trees;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The command without root, and in a cluster that is not its own. */
@Order(6)
class ClustersIT {

  private static final String SIMULATED = "SIMULATED: ";

  private Path folder;
  private OrdinaryUser user;

  @BeforeEach
  void nothingElseRuns() throws Exception {
    Uruimi.succeed(Duration.ofMinutes(3), "down");
    Uruimi.succeed(Duration.ofMinutes(40), "build", "--cluster", "simulated");
    folder = Files.createTempDirectory("uruimi-user-");
    user = OrdinaryUser.in(folder);
  }

  @AfterEach
  void takeDown() throws IOException {
    for (var installation : new String[] {"shops", "usual", "cluster"}) {
      if (Files.isDirectory(user.state(installation))) {
        user.succeed(installation, "down", "--purge");
      }
    }
    assertThat(folder.resolve("usual")).doesNotExist();
    Trees.delete(folder);
  }

  @Test
  void withoutRootEverythingButTheShopCanBeTriedAndEveryOutputSaysThatItIsSimulated() {
    assertThat(user.succeed("usual", "up").out())
        .contains(SIMULATED, "containers need root", "Not offered here: medusa");

    var created = user.succeed("usual", "store", "create", "Bench", "--wait").out();
    var stores = user.succeed("usual", "store", "list", "--json").json();
    var id = stores.at("/stores/0/id").asString();

    assertThat(created).contains(SIMULATED);
    assertThat(stores.path("simulated").asBoolean()).isTrue();
    assertThat(stores.at("/stores/0/status").asString()).isEqualTo("ready");
    assertThat(user.succeed("usual", "store", "get", id).out()).contains(SIMULATED);
    assertThat(user.succeed("usual", "status").out()).contains("SIMULATED");
    assertThat(user.succeed("usual", "status", "--json").json().at("/cluster/kind").asString())
        .isEqualTo("simulated");
    assertThat(user.uruimi("usual", Map.of(), "demo").err()).contains("containers need root");
    user.succeed("usual", "store", "delete", id, "--wait");
  }

  @Test
  void aClusterOfAContextIsUsedAndLeftAsItWas() {
    user.succeed("cluster", "up", "--cluster-only");
    var kubeconfig = user.state("cluster").resolve("kubeconfig");
    var environment =
        Map.of(
            "KUBECONFIG",
            kubeconfig.toString(),
            "URUIMI_INGRESS",
            "127.0.0.1:"
                + user.succeed("cluster", "status", "--json").json().path("ingressPort").asInt());

    user.succeed("shops", environment, "up", "--context", "uruimi", "--with-engine", "bench");
    var created =
        user.succeed("shops", "store", "create", "Left", "--engine", "bench", "--wait").out();
    var refused = user.uruimi("shops", environment, "up", "--cluster", "simulated");

    assertThat(created).contains("ready", SIMULATED);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("context uruimi");
    assertThat(ours(kubeconfig)).isEqualTo(3); // the platform's, the store's, the definition
    user.succeed("shops", "down", "--purge");
    assertThat(ours(kubeconfig)).isZero();
    assertThat(user.succeed("cluster", "status", "--json").json().path("ready").asBoolean())
        .isTrue();
  }

  private static long ours(Path kubeconfig) {
    var config = Config.fromKubeconfig(kubeconfig.toFile());
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      return client
              .namespaces()
              .withLabel("app.kubernetes.io/part-of", "uruimi")
              .list()
              .getItems()
              .size()
          + client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
              .filter(it -> it.getMetadata().getName().endsWith(".uruimi.dev"))
              .count();
    }
  }
}
