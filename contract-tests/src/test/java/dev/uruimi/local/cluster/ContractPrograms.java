package dev.uruimi.local.cluster;

import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What checks the published documents, brought into the user's cache once. */
public final class ContractPrograms {

  private static final String LOCK = "package-lock.json";

  private ContractPrograms() {}

  /** The oasdiff command, which knows OpenAPI 3.1; built when it is not there. */
  public static Path oasdiff() throws Exception {
    var program =
        new GoModule(cache(), "oasdiff-1.37.0", "oasdiff", List.of("go.mod", "go.sum"), "")
            .program("github.com/oasdiff/oasdiff");
    if (!program.present()) {
      program.build(Progress.SILENT);
    }
    return program.path();
  }

  /** Asks AsyncAPI's own parser what it thinks of a document; to be run as it is. */
  public static Command asyncApiParser(Path document) throws Exception {
    return Command.of(
            "node", "--input-type=module", "-e", text("check.mjs"), document.toUri().getPath())
        .in(packages());
  }

  private static Path packages() throws Exception {
    var name = "asyncapi-parser-" + ContentHash.of(text(LOCK));
    var entry = new CacheEntry(cache().resolve("npm").resolve(name));
    entry.make(
        work -> {
          var folder = Files.createDirectory(work.resolve("packages"));
          for (var file : List.of("package.json", LOCK)) {
            Files.writeString(folder.resolve(file), text(file));
          }
          Command.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").in(folder).run();
          return folder;
        });
    return entry.target();
  }

  private static String text(String file) {
    return Template.resource("asyncapi/" + file).text();
  }

  private static Path cache() {
    return UruimiHome.of(System.getenv()).cache();
  }
}
