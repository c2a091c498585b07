package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path state;
  private ClusterFiles files =
      new ClusterFiles(new UruimiHome(Path.of(""), Path.of(""), Path.of("")));

  @BeforeEach
  void make() throws Exception {
    files = new ClusterFiles(new UruimiHome(Path.of(""), Path.of("/cache"), state));
    at(Duration.ZERO);
  }

  private void at(Duration later) throws Exception {
    new Certificates(files, Clock.fixed(NOW.plus(later), ZoneOffset.UTC)).ensure(Progress.SILENT);
  }

  @Test
  void theServersCertificateIsTheAuthoritysAndNamesWhereItListens() throws Exception {
    var server = Pem.certificate(files.certificate("server"));

    server.verify(Pem.certificate(files.certificate("ca")).getPublicKey());
    assertThat(server.getSubjectAlternativeNames())
        .contains(List.of(7, "127.0.0.1"), List.of(7, "10.244.0.1"), List.of(7, "10.96.0.1"))
        .contains(List.of(2, "kubernetes.default.svc"));
  }

  @Test
  void theKubeletIsKnownAsTheNode() throws Exception {
    assertThat(Pem.certificate(files.certificate("kubelet")).getSubjectX500Principal().getName())
        .isEqualTo("CN=system:node:uruimi,O=system:nodes");
  }

  @Test
  void keysAndKubeconfigAreForTheirOwnerOnly() throws Exception {
    for (var file : List.of(files.key("ca"), files.key("admin"), files.home().kubeconfig())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void areKeptOverRestarts() throws Exception {
    var before = Files.readString(files.certificate("server"));
    var kubeconfig = Files.readString(files.home().kubeconfig());

    at(Duration.ofDays(300));

    assertThat(files.certificate("server")).hasContent(before.strip());
    assertThat(files.home().kubeconfig()).hasContent(kubeconfig.strip());
  }

  @Test
  void areRenewedInTheirLastMonthByTheSameAuthority() throws Exception {
    var authority = Files.readString(files.certificate("ca"));
    var kubeconfig = Files.readString(files.home().kubeconfig());

    at(Duration.ofDays(340));

    assertThat(files.certificate("ca")).hasContent(authority.strip());
    assertThat(Pem.certificate(files.certificate("server")).getNotAfter().toInstant())
        .isEqualTo(NOW.plus(Duration.ofDays(340 + 365)));
    assertThat(Files.readString(files.home().kubeconfig())).isNotEqualTo(kubeconfig);
  }
}
