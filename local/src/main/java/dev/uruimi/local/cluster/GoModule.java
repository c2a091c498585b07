package dev.uruimi.local.cluster;

import dev.uruimi.local.process.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Go module of our resources, whose programs are kept by a hash of all that goes into them. */
final class GoModule {

  private final Path cache;
  private final String name;
  private final String resource;
  private final List<String> files;
  private final String linkerFlags;

  /**
   * @param name what it is, with its version
   * @param resource its folder below {@code /kubernetes} on the class path
   * @param files its files
   * @param linkerFlags more of them
   */
  GoModule(Path cache, String name, String resource, List<String> files, String linkerFlags) {
    this.cache = cache;
    this.name = name;
    this.resource = resource;
    this.files = List.copyOf(files);
    this.linkerFlags = "-s -w" + linkerFlags;
  }

  /** A program named by the last element of its package. */
  GoProgram program(String goPackage) {
    return program(goPackage.substring(goPackage.lastIndexOf('/') + 1), goPackage);
  }

  GoProgram program(String program, String goPackage) {
    return new GoProgram(this, folder().resolve(program), goPackage, linkerFlags);
  }

  /** Writes the module's files. */
  void unpack(Path folder) throws IOException {
    for (var file : files) {
      var target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, text(file));
    }
  }

  private Path folder() {
    var hash =
        ContentHash.of(
            files.stream().map(this::text).reduce("", String::concat),
            linkerFlags,
            System.getProperty("os.name") + System.getProperty("os.arch"));
    return cache.resolve("bin").resolve(name + "-" + hash);
  }

  private String text(String file) {
    return Template.resource(resource + "/" + file).text();
  }
}
