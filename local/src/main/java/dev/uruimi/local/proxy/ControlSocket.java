package dev.uruimi.local.proxy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines to and from the proxy. Only one of its ends writes to a line at a time. */
final class ControlSocket implements Closeable {

  private final SocketChannel channel;
  private final BufferedReader in;
  private final BufferedWriter out;

  ControlSocket(SocketChannel channel) {
    this.channel = channel;
    this.in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    this.out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
  }

  /** Empty when the other end is gone. */
  Optional<String> read() throws IOException {
    return Optional.ofNullable(in.readLine());
  }

  synchronized void write(String line) throws IOException {
    out.write(line);
    out.write('\n');
    out.flush();
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Says that nothing more will be written; what the other end writes can still be read. */
  void end() throws IOException {
    if (channel.isOpen()) {
      channel.shutdownOutput();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
