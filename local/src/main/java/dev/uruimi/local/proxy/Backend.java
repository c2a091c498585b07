package dev.uruimi.local.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Where the API server is, and how both sides speak TLS while a fault is on.
 *
 * @param server what clients believe to be the API server
 * @param client trusts the API server and is let in by it
 */
record Backend(InetSocketAddress address, SSLContext server, SSLContext client) {

  private static final String[] ONLY_HTTP_1 = {"http/1.1"};

  /** A connection of bytes. */
  Socket connect() throws IOException {
    return new Socket(address.getAddress(), address.getPort());
  }

  /** A connection of requests. */
  Socket connectSecurely() throws IOException {
    var plain = connect();
    var host = address.getHostString();
    var socket =
        (SSLSocket) client.getSocketFactory().createSocket(plain, host, address.getPort(), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(ONLY_HTTP_1);
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** What a client's connection says, deciphered. */
  Socket deciphered(Socket accepted) throws IOException {
    var socket = (SSLSocket) server.getSocketFactory().createSocket(accepted, null, true);
    var parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(ONLY_HTTP_1);
    socket.setSSLParameters(parameters);
    return socket;
  }
}
