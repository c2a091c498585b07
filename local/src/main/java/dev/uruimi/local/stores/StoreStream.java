package dev.uruimi.local.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** An open stream of what a store becomes. */
final class StoreStream implements AutoCloseable {

  /**
   * What came.
   *
   * @param id where to resume; empty for a sign of life
   * @param store how it is now; empty when nothing changed
   */
  record Change(String id, Optional<Store> store) {}

  private final BufferedReader lines;
  private final ServerSentEvents events = new ServerSentEvents();

  StoreStream(InputStream body) {
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** Waits for the next line; the server says something at least four times a minute. */
  Change next() throws IOException {
    var line = lines.readLine();
    if (line == null) {
      throw new IOException("the stream has ended");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
    return events
        .line(line)
        .map(
            event ->
                new Change(
                    event.id(),
                    event.name().equals("store")
                        ? Optional.of(new Store(JsonMapper.shared().readTree(event.data())))
                        : Optional.empty()))
        .orElse(new Change("", Optional.empty()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
