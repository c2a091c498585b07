package dev.uruimi.certify.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results of all runs, in a file that is replaced whole or not at all. */
public final class Results {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  public Results(Path file) {
    this.file = file;
  }

  /** As it stands in the file. */
  public record All(List<RunResult> runs) {}

  /** The runs so far; none when there is no file. */
  public List<RunResult> runs() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return JSON.readValue(Files.readString(file), All.class).runs();
    } catch (JacksonException e) {
      throw new IOException(file + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** The last round that any run of a campaign finished; 0 for one that never ran. */
  public int lastRound(String campaign) throws IOException {
    return runs().stream()
        .filter(run -> run.campaign().equals(campaign))
        .mapToInt(RunResult::lastRound)
        .max()
        .orElse(0);
  }

  /** Puts a run in place of an earlier state of itself. */
  public void save(RunResult run) throws IOException {
    var runs = new ArrayList<>(runs());
    runs.removeIf(it -> it.startedAt().equals(run.startedAt()));
    runs.add(run);
    write(file, JSON.writeValueAsString(new All(runs)));
  }

  /** Writes a file whole or not at all. */
  public static void write(Path file, String text) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var beside = Files.createTempFile(folder, "." + file.getFileName(), ".new");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Results as JSON for programs. */
  public static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
