package dev.uruimi.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Tells whether a started process can do its work. */
@FunctionalInterface
public interface Readiness {

  /**
   * Looks once; takes at most a second or two.
   *
   * @return true when ready; false or an exception when not (yet)
   */
  boolean ready() throws IOException, InterruptedException;

  /** Ready as soon as it runs. */
  static Readiness atOnce() {
    return () -> true;
  }

  /** Ready when something accepts connections there. */
  static Readiness port(String host, int port) {
    return () -> {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 1000);
        return true;
      }
    };
  }

  /** Ready when a GET answers 2xx. */
  static Readiness http(URI uri) {
    return () -> answers((HttpURLConnection) uri.toURL().openConnection());
  }

  /** Ready when a GET over TLS answers 2xx; the context decides which server is believed. */
  static Readiness https(URI uri, Callable<SSLContext> trust) {
    return () -> {
      var connection = (HttpsURLConnection) uri.toURL().openConnection();
      try {
        connection.setSSLSocketFactory(trust.call().getSocketFactory());
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
      return answers(connection);
    };
  }

  private static boolean answers(HttpURLConnection connection) throws IOException {
    connection.setConnectTimeout(1000);
    connection.setReadTimeout(2000);
    try {
      return connection.getResponseCode() / 100 == 2;
    } finally {
      connection.disconnect();
    }
  }

  /** Ready when the file (or socket) exists. */
  static Readiness file(Path path) {
    return () -> Files.exists(path);
  }

  /** Ready when both are. */
  default Readiness and(Readiness other) {
    return () -> ready() && other.ready();
  }
}
