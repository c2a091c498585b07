package dev.uruimi.certify.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the store API accepted, on disk before it counts: a line of JSON each. Survives the
 * campaign, so that a later run holds the installation to it.
 */
public final class Ledger implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Entry> entries = new ArrayList<>();
  private final FileChannel file;

  /**
   * An accepted request and the slot it was for.
   *
   * @param campaign which schedule the slot is of
   */
  public record Entry(String campaign, int slot, AcceptedRequest request) {}

  private Ledger(FileChannel file) {
    this.file = file;
  }

  /** The ledger in a file, which is made if it is not there. A last line cut short is dropped. */
  public static Ledger open(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    var file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var ledger = new Ledger(file);
    ledger.read(Files.readString(path));
    return ledger;
  }

  private void read(String text) throws IOException {
    var whole = text.lastIndexOf('\n') + 1;
    try {
      text.substring(0, whole).lines().forEach(line -> entries.add(parse(line)));
    } catch (JacksonException e) {
      throw new IOException("the ledger cannot be read: " + e.getOriginalMessage(), e);
    }
    var length = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
    file.truncate(length);
    file.position(length);
  }

  private static Entry parse(String line) {
    return JSON.readValue(line, Entry.class);
  }

  /** Notes a request; it is on disk when this returns. */
  public synchronized void add(Entry entry) throws IOException {
    var line =
        ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      file.write(line);
    }
    file.force(false);
    entries.add(entry);
  }

  /** All of them, in order. */
  public synchronized List<AcceptedRequest> accepted() {
    return entries.stream().map(Entry::request).toList();
  }

  /** The store that stands in a slot, as far as was asked for: the one made there last. */
  public synchronized Optional<String> storeIn(String campaign, int slot) {
    return entries.stream()
        .filter(entry -> entry.campaign().equals(campaign) && entry.slot() == slot)
        .filter(entry -> entry.request().kind() == RequestKind.CREATE)
        .reduce((_, last) -> last)
        .map(entry -> entry.request().storeId());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
