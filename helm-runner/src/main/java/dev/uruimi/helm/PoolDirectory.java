package dev.uruimi.helm;

import com.marcnuri.helm.jni.NativeLibrary;
import dev.uruimi.helm.worker.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pool's own folder, for its user only: Helm's native library, unpacked once for all workers
 * (98 MB each otherwise), a temporary folder per worker, values files. Named after the process, so
 * that what a killed one left is found and removed by the next.
 */
final class PoolDirectory {

  private static final String PREFIX = "uruimi-helm-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

  /** Characters that YAML wants escaped and JSON does not; they can only be inside of texts. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\u007f-\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path root;
  private final AtomicLong numbers = new AtomicLong();

  private PoolDirectory(Path root) {
    this.root = root;
  }

  static PoolDirectory create() {
    try {
      removeLeftovers(Path.of(System.getProperty("java.io.tmpdir")));
      var name = PREFIX + ProcessHandle.current().pid() + "-";
      return new PoolDirectory(Files.createTempDirectory(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  /** A new empty folder for a worker. */
  Path forWorker() throws IOException {
    return Files.createDirectory(root.resolve("worker-" + numbers.incrementAndGet()));
  }

  /** Helm's native library. */
  synchronized Path library() throws IOException {
    var library = NativeLibrary.serviceProviderLibrary(PoolDirectory.class.getClassLoader());
    if (library == null) {
      throw new IllegalStateException("no Helm library for this platform on the class path");
    }
    var file = root.resolve(library.getBinaryName());
    if (!Files.exists(file)) {
      try (var content = library.getClass().getResourceAsStream("/" + library.getBinaryName())) {
        if (content == null) {
          throw new IllegalStateException("no " + library.getBinaryName() + " on the class path");
        }
        var unfinished = root.resolve("library.new");
        Files.copy(content, unfinished);
        Files.move(unfinished, file);
      }
    }
    return file;
  }

  /** Writes values as JSON, which is YAML too, readable by this user only. */
  Path writeValues(Map<String, Object> values) throws IOException {
    var file = root.resolve("values-" + numbers.incrementAndGet() + ".yaml");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, yaml(values));
    return file;
  }

  static String yaml(Map<String, Object> values) {
    return UNPRINTABLE
        .matcher(JSON.writeValueAsString(values))
        .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
  }

  void delete() {
    Trees.delete(root);
  }

  private static void removeLeftovers(Path parent) throws IOException {
    try (var entries = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (var entry : entries) {
        var match = NAME.matcher(entry.getFileName().toString());
        var mine = Files.getOwner(entry).getName().equals(System.getProperty("user.name"));
        if (match.matches() && mine && isGone(Long.parseLong(match.group(1)))) {
          Trees.delete(entry);
        }
      }
    }
  }

  private static boolean isGone(long pid) {
    return ProcessHandle.of(pid).isEmpty();
  }
}
