package dev.uruimi.local.kafka;

import java.nio.file.Path;

/**
 * Settings of a small broker with one node that keeps its data and answers at once.
 *
 * @param port for clients, on loopback
 * @param controllerPort for the broker itself
 */
record BrokerSettings(int port, int controllerPort) {

  static final String HOST = "127.0.0.1";

  /**
   * The properties file. Offsets of groups are kept for years: a machine that was off for a month
   * goes on where it was.
   */
  String text(Path log) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%1$s:%3$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
        advertised.listeners=PLAINTEXT://%1$s:%2$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%4$s
        auto.create.topics.enable=false
        default.replication.factor=1
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        offsets.retention.minutes=5256000
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        group.min.session.timeout.ms=1000
        num.network.threads=2
        num.io.threads=4
        background.threads=2
        num.recovery.threads.per.data.dir=2
        log.cleaner.dedupe.buffer.size=2097152
        log.index.size.max.bytes=1048576
        """
        .formatted(HOST, port, controllerPort, log.toString().replace("\\", "\\\\"));
  }
}
