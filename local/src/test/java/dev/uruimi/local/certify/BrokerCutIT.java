package dev.uruimi.local.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the machine's real packet filter; only one free port is cut. */
class BrokerCutIT {

  private ServerSocket broker;
  private BrokerCut cut;

  @BeforeEach
  void listen() throws IOException {
    broker = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    cut = new BrokerCut(broker.getLocalPort());
  }

  @AfterEach
  void heal() throws Exception {
    cut.heal();
    broker.close();
  }

  @Test
  void nobodyReachesItUntilHealed() throws Exception {
    connect();

    cut.cut();
    assertThatThrownBy(this::connect).isInstanceOf(SocketTimeoutException.class);

    cut.heal();
    connect();
  }

  @Test
  void cuttingAndHealingTwiceIsTheSameAsOnce() throws Exception {
    cut.cut();
    cut.cut();
    cut.heal();
    cut.heal();

    connect();
    assertThat(Command.of("iptables-save").run()).doesNotContain("URUIMI-BROKER");
  }

  private void connect() throws IOException {
    try (var client = new Socket()) {
      client.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.getLocalPort()), 500);
    }
  }
}
