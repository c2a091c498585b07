package dev.uruimi.api.platform;

import dev.uruimi.api.broker.Broker;
import dev.uruimi.api.credentials.ClusterVersion;
import dev.uruimi.api.peers.PeerAwayException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks what the services stand on. Each throws when there is no answer. */
@Component
class Parts {

  private final Broker broker;
  private final JdbcClient jdbc;
  private final ClusterVersion cluster;
  private final PlatformProperties properties;

  Parts(Broker broker, JdbcClient jdbc, ClusterVersion cluster, PlatformProperties properties) {
    this.broker = broker;
    this.jdbc = jdbc;
    this.cluster = cluster;
    this.properties = properties;
  }

  boolean kafka() {
    var nodes = Broker.await(broker.admin().describeCluster().nodes(), Inquiries.LIMIT);
    if (nodes.isEmpty()) {
      throw new PeerAwayException("It has no brokers.");
    }
    return true;
  }

  boolean postgres() {
    return jdbc.sql("select true").query(Boolean.class).single();
  }

  boolean cluster() {
    cluster.ask();
    return true;
  }

  /** Whether there is an ingress to look at. */
  boolean hasIngress() {
    return !properties.ingressAddress().isEmpty();
  }

  boolean ingress() {
    var address = properties.ingressAddress();
    var colon = address.lastIndexOf(':');
    var port = Integer.parseInt(address.substring(colon + 1));
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.substring(0, Math.max(0, colon)), port),
          Math.toIntExact(Inquiries.LIMIT.toMillis()));
      return true;
    } catch (IOException e) {
      throw new PeerAwayException("It accepts no connections.", e);
    }
  }
}
