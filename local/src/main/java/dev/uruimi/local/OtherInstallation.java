package dev.uruimi.local;

import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.Bringup;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.services.Service;
import dev.uruimi.local.terminal.CommandFailed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two installations on one machine would fight for the same ports. */
public final class OtherInstallation {

  private OtherInstallation() {}

  /** Ends the command when something of another installation runs. */
  public static void refuse(UruimiHome home) {
    if (Bringup.running(home)) {
      throw new CommandFailed(
          "An installation is up (" + home.state() + "); its ports are needed.",
          "`./uruimi down` stops it, its stores keep their data.");
    }
    var taken = ports().stream().filter(OtherInstallation::answers).toList();
    if (!taken.isEmpty()) {
      throw new CommandFailed(
          "Something else listens on the ports " + taken + " of 127.0.0.1; they are needed.",
          "If it is another installation of Uruimi, take it down: URUIMI_STATE=... ./uruimi down");
    }
  }

  private static List<Integer> ports() {
    var ports = new ArrayList<>(Arrays.stream(Service.values()).map(Service::port).toList());
    ports.add(Kafka.USUAL.port());
    ports.add(Postgres.USUAL_PORT);
    return ports;
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
