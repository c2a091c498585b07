package dev.uruimi.local;

import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.Graph;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Supervisor;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Broker and database server under a supervisor of their own. */
record TwoServers(UruimiHome home, int kafkaPort, int controllerPort, int postgresPort) {

  Kafka kafka() {
    return new Kafka(kafkaPort, controllerPort);
  }

  Postgres postgres() {
    return new Postgres(home, postgresPort);
  }

  Graph graph() throws Exception {
    var parts = new ArrayList<Part>(postgres().parts());
    parts.add(kafka().unit(home, Program.copyOfThis(home)));
    return new Graph(parts);
  }

  List<String> supervisorCommand() throws Exception {
    return Program.copyOfThis(home)
        .java(
            List.of("-Xmx64m"),
            TwoServers.class.getName(),
            List.of(
                home.cache().toString(),
                home.state().toString(),
                String.valueOf(kafkaPort),
                String.valueOf(controllerPort),
                String.valueOf(postgresPort)));
  }

  /** The supervisor's process. */
  public static void main(String[] arguments) throws Exception {
    var home = new UruimiHome(Path.of(""), Path.of(arguments[0]), Path.of(arguments[1]));
    var servers =
        new TwoServers(
            home,
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]));
    new Supervisor(home, servers.graph(), servers.supervisorCommand(), Waiter.REAL).run();
  }
}
