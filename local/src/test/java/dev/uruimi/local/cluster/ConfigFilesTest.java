package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {

  @TempDir private Path state;

  private ConfigFiles files(int ingressPort, String resolvConf) {
    var home = new UruimiHome(Path.of(""), Path.of("/cache"), state);
    return new ConfigFiles(new ClusterFiles(home), ingressPort, resolvConf);
  }

  @Test
  void leavesNoPlaceUnfilled() {
    assertThat(files(80, "nameserver 192.0.2.1").render().values())
        .allSatisfy(text -> assertThat(text).doesNotContain("${"));
  }

  @Test
  void forwardsNamesOnlyWhereThereIsAServerForThem() {
    assertThat(files(80, "nameserver 192.0.2.1").render().get("Corefile")).contains("forward .");
    assertThat(files(80, "options ndots:5").render().get("Corefile")).doesNotContain("forward");
  }

  @Test
  void anotherConfigurationStartsItsUnitAgainAndNoOther() {
    var before = files(80, "");
    var after = files(7090, "");

    assertThat(after.changesWith("traefik.yaml")).isNotEqualTo(before.changesWith("traefik.yaml"));
    assertThat(after.changesWith("kubelet.yaml")).isEqualTo(before.changesWith("kubelet.yaml"));
  }

  @Test
  void writesOnlyWhatHasChanged() throws Exception {
    var files = files(80, "");
    files.write();
    var file = state.resolve("config/kubernetes/kube-proxy.yaml");
    var longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, longAgo);

    files.write();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }
}
