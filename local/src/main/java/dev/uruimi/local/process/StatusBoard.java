package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How every part is doing; what changes is in the status file at once, whole. */
public final class StatusBoard {

  /**
   * The status file.
   *
   * @param supervisor who wrote it
   * @param written when
   * @param parts in starting order
   */
  public record Snapshot(String supervisor, Instant written, List<PartStatus> parts) {

    public boolean allReady() {
      return !parts.isEmpty()
          && parts.stream().allMatch(part -> part.phase() == PartStatus.Phase.READY);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final String writer;
  private final Clock clock;
  private final Map<String, PartStatus> parts = new LinkedHashMap<>();

  StatusBoard(Path file, String writer, Clock clock, Graph graph) {
    this.file = file;
    this.writer = writer;
    this.clock = clock;
    graph
        .startOrder()
        .forEach(part -> parts.put(part.name(), PartStatus.waiting(part.name(), clock.instant())));
  }

  static Path file(UruimiHome home) {
    return home.run().resolve("status.json");
  }

  /** The last written status; empty when nothing was ever brought up here. */
  public static Optional<Snapshot> read(UruimiHome home) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file(home)), Snapshot.class));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  synchronized void update(String part, Function<PartStatus, PartStatus> change) {
    parts.computeIfPresent(part, (name, status) -> change.apply(status));
    write();
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(writer, clock.instant(), List.copyOf(parts.values()));
  }

  Instant now() {
    return clock.instant();
  }

  private void write() {
    try {
      Files.createDirectories(file.getParent());
      var next = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(next, JSON.writeValueAsString(snapshot()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.err.println("status not written: " + e);
    }
  }
}
