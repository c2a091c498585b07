package dev.uruimi.testing;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of a small broker that answers at once. */
final class BrokerSettings {

  private BrokerSettings() {}

  /** What holds wherever it runs. */
  static Map<String, String> common() {
    return Map.ofEntries(
        entry("auto.create.topics.enable", "false"),
        entry("default.replication.factor", "1"),
        entry("offsets.topic.num.partitions", "1"),
        entry("offsets.topic.replication.factor", "1"),
        entry("transaction.state.log.num.partitions", "1"),
        entry("transaction.state.log.replication.factor", "1"),
        entry("transaction.state.log.min.isr", "1"),
        entry("share.coordinator.state.topic.num.partitions", "1"),
        entry("share.coordinator.state.topic.replication.factor", "1"),
        entry("share.coordinator.state.topic.min.isr", "1"),
        entry("group.initial.rebalance.delay.ms", "0"),
        entry("group.min.session.timeout.ms", "1000"),
        entry("log.cleaner.dedupe.buffer.size", "2097152"),
        entry("log.index.size.max.bytes", "1048576"));
  }

  /** The file of one on this machine. */
  static String of(Path log, int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        """
            .formatted(port, controllerPort, log)
        + common().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining());
  }
}
