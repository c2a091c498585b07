package dev.uruimi.local.cluster;

import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What checking charts needs beyond Helm, brought into the user's cache once. */
public final class ChartPrograms {

  private static final String GATEWAY_API = "sigs.k8s.io/gateway-api";
  private static final List<String> MODULE = List.of("go.mod", "go.sum");

  private ChartPrograms() {}

  /** The kubeconform command; built when it is not there. */
  public static Path kubeconform() throws Exception {
    var program =
        new GoModule(cache(), "kubeconform-0.7.0", "kubeconform", MODULE, "")
            .program("github.com/yannh/kubeconform/cmd/kubeconform");
    if (!program.present()) {
      program.build(Progress.SILENT);
    }
    return program.path();
  }

  /** The definition of HTTPRoute, as the Gateway API publishes it. */
  public static Path httpRoutes() throws Exception {
    var entry = new CacheEntry(cache().resolve("gateway-api-1.4.0").resolve("httproutes.yaml"));
    entry.make(
        work -> {
          new GoModule(cache(), "gateway-api", "gateway-api", MODULE, "").unpack(work);
          var answer =
              Command.of("go", "mod", "download", "-json", GATEWAY_API)
                  .in(work)
                  .with(Map.of("GOWORK", "off", "GOFLAGS", ""))
                  .run();
          var folder = Path.of(JsonMapper.shared().readTree(answer).path("Dir").asString());
          return Files.copy(
              folder.resolve("config/crd/standard/gateway.networking.k8s.io_httproutes.yaml"),
              work.resolve("httproutes.yaml"));
        });
    return entry.target();
  }

  private static Path cache() {
    return UruimiHome.of(System.getenv()).cache();
  }
}
