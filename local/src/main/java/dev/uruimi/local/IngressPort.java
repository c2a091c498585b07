package dev.uruimi.local;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The one port of all shops on this machine; chosen at the first start and kept. */
final class IngressPort {

  private static final int USUAL = 80;
  private static final int OTHERWISE = 7090;

  private IngressPort() {}

  /** {@code $URUIMI_INGRESS_PORT}, else the one chosen before, else 80, or 7090 if 80 is taken. */
  static int choose(UruimiHome home, Map<String, String> environment) throws IOException {
    var port =
        Optional.ofNullable(environment.get("URUIMI_INGRESS_PORT"))
            .map(Integer::valueOf)
            .or(() -> chosen(home))
            .orElseGet(() -> free(USUAL) ? USUAL : OTHERWISE);
    Files.createDirectories(home.state());
    Files.writeString(file(home), port + "\n");
    return port;
  }

  /** The chosen one. */
  static int read(UruimiHome home) {
    return chosen(home).orElse(USUAL);
  }

  private static Optional<Integer> chosen(UruimiHome home) {
    try {
      return Optional.of(Integer.valueOf(Files.readString(file(home)).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Path file(UruimiHome home) {
    return home.state().resolve("ingress-port");
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
