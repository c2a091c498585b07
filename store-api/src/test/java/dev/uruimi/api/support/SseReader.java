package dev.uruimi.api.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a stream of server-sent events in the background. */
public final class SseReader implements AutoCloseable {

  public final List<String> lines = new CopyOnWriteArrayList<>();
  private final Stream<String> stream;
  private final Thread reader;

  SseReader(HttpClient client, HttpRequest request) {
    try {
      stream = client.send(request, BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    reader = Thread.ofVirtual().start(this::read);
  }

  /** The ids received so far. */
  public List<Long> ids() {
    return lines.stream()
        .filter(line -> line.startsWith("id: "))
        .map(line -> Long.valueOf(line.substring(4)))
        .toList();
  }

  /** The data received so far that hold a text. */
  public List<String> data(String text) {
    return lines.stream().filter(line -> line.startsWith("data: ") && line.contains(text)).toList();
  }

  public boolean isEnded() {
    return !reader.isAlive();
  }

  @Override
  public void close() {
    stream.close();
  }

  private void read() {
    try {
      stream.forEach(lines::add);
    } catch (UncheckedIOException _) {
      // closed by either side
    }
  }
}
