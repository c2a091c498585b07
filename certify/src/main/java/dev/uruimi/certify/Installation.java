package dev.uruimi.certify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The installation under test, as a campaign may look at it and hurt it. Everything that is done to
 * it through here is undone by {@link #close()}, and by its next start after a crash.
 */
public interface Installation extends AutoCloseable {

  /** Where the store API answers: {@code http://127.0.0.1:7080}. */
  URI api();

  /** What programs show the store API. */
  String logInToken();

  /** What the store API shows the workers. */
  String peersToken();

  /** Kafka's address as {@code host:port}; {@link #cutBroker()} cuts it for everybody, us too. */
  String bootstrapServers();

  /** Of the database of store-api. */
  String jdbcUrl();

  /** A superuser of that Postgres. */
  String jdbcUser();

  String jdbcPassword();

  /** Straight to the API server, never through the proxy of {@link #apiServer()}. */
  Path kubeconfig();

  /**
   * Names of the supervised parts: {@code kafka}, {@code postgres}, {@code etcd}, {@code
   * kube-apiserver}, {@code kubelet}, {@code kwok}, {@code traefik}, {@code store-api}, {@code
   * provisioner}, {@code readiness-watcher}, {@code cleanup} and others. What is not there is not
   * listed.
   */
  List<String> parts();

  /**
   * The process of a part that runs now; empty while it is being restarted and for unknown parts.
   */
  Optional<ProcessHandle> process(String part);

  /**
   * Starts a second process of a service, with a port and an instance name of its own, and waits
   * until it is healthy.
   *
   * @throws IOException when it did not start
   */
  Replica startReplica(String service) throws IOException, InterruptedException;

  /** The proxy between the services, Helm workers included, and the API server. */
  ApiServerFaults apiServer();

  /**
   * From now on no client reaches the broker: its packets are dropped, its process lives.
   *
   * @return to be closed to heal it
   * @throws IOException when it cannot be done on this machine; the message says why
   */
  Healing cutBroker() throws IOException;

  /**
   * Sets what a service's wall clock is off by, from now on; {@link Duration#ZERO} heals. Its
   * monotonic clock goes on unchanged.
   *
   * @throws IOException when it cannot be done on this machine; the message says why
   */
  void setClock(String service, Duration offset) throws IOException;

  /** Heals everything. Idempotent; does not stop the installation. */
  @Override
  void close() throws IOException;

  /** A second process of a service. */
  interface Replica extends AutoCloseable {

    /** Kills it at once (SIGKILL). */
    void kill();

    /** Stops it as a roll-out does (SIGTERM) and waits for its end. Idempotent. */
    @Override
    void close();
  }

  /** What to close to end a fault. Idempotent, and says when it could not be ended. */
  interface Healing extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /** Faults between the services and the API server. One at a time. */
  interface ApiServerFaults {

    /**
     * This share of requests is answered with a status instead of by the API server.
     *
     * @param status 429 (with {@code Retry-After: 1}), 500 or 503
     * @param share from 0 to 1
     */
    Healing answer(int status, double share) throws IOException;

    /** This share of requests is never answered, until closed. */
    Healing hang(double share) throws IOException;

    /**
     * Holds one request of a Helm worker (known by its User-Agent) before it reaches the API
     * server, runs an act, then lets it go; once.
     *
     * @param n which one, from 1, counted from now on
     * @return to be closed to stop waiting for it
     */
    Healing beforeHelmCall(int n, Runnable act) throws IOException;
  }
}
