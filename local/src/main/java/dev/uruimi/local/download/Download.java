package dev.uruimi.local.download;

import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/**
 * Brings published files: checksum first, then the file, in as many pieces as it takes, and checked
 * before it gets its name.
 *
 * @param folder where files are, named by their checksums: finished ones and parts
 */
record Download(Path folder, Mirror mirror, Server server, Persistence persistence) {

  /**
   * The file, verified. Whoever takes it moves or deletes it.
   *
   * @throws NotPublished when the server does not have it
   * @throws WrongChecksum when it is not what was published
   */
  Path file(Artifact artifact, Progress progress) throws IOException, InterruptedException {
    var published = persistence.run(() -> checksum(artifact), Persistence.Gain.NONE, progress);
    var file = folder.resolve(published.hex());
    if (Files.exists(file)) {
      return file;
    }
    var url = mirror.address(artifact.url());
    var part = new PartialFile(folder.resolve(published.hex() + ".part"));
    var meter = new Meter(artifact.program(), progress, InstantSource.system());
    var transfer = new Transfer(server, artifact, url, part, meter);
    persistence.run(
        () -> {
          transfer.run();
          return part;
        },
        part::size,
        progress);
    verify(artifact, url, part, published);
    Files.move(part.path(), file, StandardCopyOption.ATOMIC_MOVE);
    part.discard();
    return file;
  }

  private Sha256 checksum(Artifact artifact) throws IOException {
    var url = mirror.address(artifact.checksum());
    return Sha256.in(server.text(artifact, url), artifact.fileName())
        .orElseThrow(() -> new NotPublished(artifact, url, "no SHA-256 of " + artifact.fileName()));
  }

  private static void verify(Artifact artifact, URI url, PartialFile part, Sha256 published)
      throws IOException {
    var got = Sha256.of(part.path());
    if (!got.equals(published)) {
      part.discard();
      throw new WrongChecksum(artifact, url, published, got);
    }
  }
}
