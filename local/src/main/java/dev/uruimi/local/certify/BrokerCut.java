package dev.uruimi.local.certify;

import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops all packets to the broker, in a chain of the packet filter of its own. Its name is one of
 * those that {@code down} removes, too.
 *
 * @param port the broker's, on loopback
 */
record BrokerCut(int port) {

  private static final String CHAIN = "URUIMI-BROKER";
  private static final List<String> JUMP = List.of("INPUT", "-i", "lo", "-j", CHAIN);

  static BrokerCut ofThisMachine() {
    return new BrokerCut(Integer.parseInt(Kafka.USUAL.bootstrapServers().split(":")[1]));
  }

  void cut() throws IOException, InterruptedException {
    if (!there()) {
      iptables("-N", CHAIN).run();
    }
    iptables("-F", CHAIN).run();
    iptables("-A", CHAIN, "-p", "tcp", "--dport", String.valueOf(port), "-j", "DROP").run();
    if (!iptables("-C", JUMP).succeeds()) {
      iptables("-I", JUMP).run();
    }
  }

  /** Removes chain and jump, whoever made them and however far that had got. */
  void heal() throws IOException, InterruptedException {
    if (!there()) {
      return;
    }
    if (iptables("-C", JUMP).succeeds()) {
      iptables("-D", JUMP).run();
    }
    iptables("-F", CHAIN).run();
    iptables("-X", CHAIN).run();
  }

  private static boolean there() throws InterruptedException {
    return iptables("-S", CHAIN).succeeds();
  }

  private static Command iptables(String action, List<String> rule) {
    var command = new ArrayList<>(List.of("iptables", "-w", "10", action));
    command.addAll(rule);
    return Command.of(command);
  }

  private static Command iptables(String action, String... rule) {
    return iptables(action, List.of(rule));
  }
}
