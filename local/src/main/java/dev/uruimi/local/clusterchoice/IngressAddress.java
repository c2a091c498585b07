package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in to all shops.
 *
 * @param className of the ingress class that stores ask for
 * @param host where the ingress answers, seen from this machine
 * @param port where it answers, for plain HTTP
 */
public record IngressAddress(String className, String host, int port) {

  public static final String LOOPBACK = "127.0.0.1";

  private static final String TRAEFIK = "traefik";

  /** Of the ingress that runs beside a cluster of Uruimi's own. */
  public static IngressAddress own(int port) {
    return new IngressAddress(TRAEFIK, LOOPBACK, port);
  }

  /** The one that was found in somebody else's cluster at the last start. */
  public static Optional<IngressAddress> found(UruimiHome home) throws IOException {
    return Files.exists(file(home))
        ? Optional.of(
            JsonMapper.shared().readValue(Files.readString(file(home)), IngressAddress.class))
        : Optional.empty();
  }

  void write(UruimiHome home) throws IOException {
    Files.createDirectories(home.state());
    Files.writeString(file(home), JsonMapper.shared().writeValueAsString(this));
  }

  /** Whether names below {@code localhost} lead to it. */
  public boolean onThisMachine() {
    return host.equals(LOOPBACK);
  }

  /** Where it answers. */
  public URI uri() {
    return URI.create("http://" + host + ":" + port);
  }

  private static Path file(UruimiHome home) {
    return home.state().resolve("ingress.json");
  }
}
