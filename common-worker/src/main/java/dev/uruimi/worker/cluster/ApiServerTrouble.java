package dev.uruimi.worker.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Tells an API server that is away from a store's own trouble. */
final class ApiServerTrouble {

  /** Less than this is no HTTP status: there was no answer. */
  private static final int LEAST_STATUS = 100;

  private static final int SERVER_ERROR = 500;

  private static final List<Class<? extends Exception>> CUT_OFF =
      List.of(
          SocketException.class,
          SocketTimeoutException.class,
          HttpTimeoutException.class,
          TimeoutException.class,
          UnknownHostException.class,
          UnresolvedAddressException.class,
          ClosedChannelException.class,
          EOFException.class,
          SSLException.class);

  private ApiServerTrouble() {}

  /**
   * Whether the API server could not be reached, did not answer in time or answered with a 5xx; the
   * client has tried several times by then. Looks through exceptions that wrap the client's. A
   * webhook that fails is no such thing: whoever does not need it is served.
   */
  static boolean isIn(Throwable failure) {
    for (var e = failure; e != null; e = e.getCause()) {
      if (e instanceof KubernetesClientException asked) {
        return asked.getCode() < LEAST_STATUS ? isCutOff(asked) : isServerError(asked);
      }
    }
    return false;
  }

  private static boolean isServerError(KubernetesClientException e) {
    return e.getCode() >= SERVER_ERROR && !String.valueOf(e.getMessage()).contains("webhook");
  }

  /** An answer that cannot be read is an IOException too, of a class of its own. */
  private static boolean isCutOff(KubernetesClientException failure) {
    for (var e = failure.getCause(); e != null; e = e.getCause()) {
      var cause = e;
      if (cause.getClass() == IOException.class
          || CUT_OFF.stream().anyMatch(kind -> kind.isInstance(cause))) {
        return true;
      }
    }
    return false;
  }
}
