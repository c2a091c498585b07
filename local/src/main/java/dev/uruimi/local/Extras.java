package dev.uruimi.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an installation has beyond the usual. Asked for with {@code up}, and kept until the state is
 * purged.
 *
 * @param simulatedNodes nodes beside the real one that only pretend to run pods
 * @param engines names of folders in {@code optional-engines} that are offered too
 * @param faults whether the services' way to the API server and their clocks can be hurt, as {@code
 *     certify} does
 * @param clusterOnly whether nothing but the cluster is started; null as in files of before: no
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Extras(
    int simulatedNodes, List<String> engines, boolean faults, @Nullable Boolean clusterOnly) {

  static final Extras NONE = new Extras(0, List.of(), false, null);

  private static final JsonMapper JSON = JsonMapper.shared();

  Extras {
    engines = List.copyOf(engines);
  }

  static Extras read(UruimiHome home) throws IOException {
    return Files.exists(file(home)) ? parse(Files.readString(file(home))) : NONE;
  }

  void write(UruimiHome home) throws IOException {
    Files.createDirectories(home.state());
    var next = home.state().resolve("extras.json.new");
    Files.writeString(next, toString());
    Files.move(next, file(home), StandardCopyOption.REPLACE_EXISTING);
  }

  Extras withSimulatedNodes(int count) {
    return new Extras(count, engines, faults, clusterOnly);
  }

  Extras withEngines(List<String> more) {
    return new Extras(
        simulatedNodes,
        Stream.concat(engines.stream(), more.stream()).distinct().toList(),
        faults,
        clusterOnly);
  }

  Extras withFaults() {
    return new Extras(simulatedNodes, engines, true, clusterOnly);
  }

  Extras withClusterOnly() {
    return new Extras(simulatedNodes, engines, faults, true);
  }

  /** Whether nothing but the cluster is started. */
  boolean onlyCluster() {
    return Boolean.TRUE.equals(clusterOnly);
  }

  /** Reads what {@link #toString()} wrote. */
  static Extras parse(String text) {
    return JSON.readValue(text, Extras.class);
  }

  @Override
  public String toString() {
    return JSON.writeValueAsString(this);
  }

  private static Path file(UruimiHome home) {
    return home.state().resolve("extras.json");
  }
}
