package dev.uruimi.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** A client's way to the API server: certificates inside, for its owner's eyes only. */
final class Kubeconfig {

  private Kubeconfig() {}

  static void write(ClusterFiles files, String client) throws IOException {
    var values =
        Map.of(
            "server", "https://" + Addresses.LOOPBACK + ":" + Addresses.API_SERVER,
            "authority", base64(files.certificate(Certificates.AUTHORITY)),
            "user", client,
            "certificate", base64(files.certificate(client)),
            "key", base64(files.key(client)));
    var text = Template.resource("kubeconfig.yaml").fill(values);
    var file = files.kubeconfig(client);
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      OwnerOnly.write(file, text);
    }
  }

  private static String base64(Path file) throws IOException {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
  }
}
