package dev.uruimi.local.download;

import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Waiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Official binaries, as far as they are wanted and can be had. Safe for many threads. */
public final class Downloads {

  private final DownloadPolicy policy;
  private final Mirror mirror;
  private final Server server;
  private final Download download;

  /** What is wrong with a publisher, by the host that is asked; empty for nothing. */
  private final Map<String, Optional<String>> problems = new ConcurrentHashMap<>();

  Downloads(DownloadPolicy policy, Mirror mirror, Path folder, Timeouts timeouts, Waiter waiter) {
    this.policy = policy;
    this.mirror = mirror;
    this.server = new Server(timeouts);
    var persistence = new Persistence(waiter, Persistence.USUAL_TRIES);
    this.download = new Download(folder, mirror, server, persistence);
  }

  /**
   * As the environment wants it.
   *
   * @param cache parts of files are kept below it
   */
  public static Downloads of(Map<String, String> environment, Path cache) {
    return new Downloads(
        DownloadPolicy.of(environment),
        Mirror.of(environment),
        cache.resolve("downloads"),
        Timeouts.USUAL,
        Waiter.REAL);
  }

  /** Whether all of these would be downloaded; asks their publishers. */
  public boolean offer(Collection<Artifact> artifacts) {
    return switch (policy) {
      case NEVER -> false;
      case ALWAYS -> true;
      case AUTO -> artifacts.stream().allMatch(artifact -> problem(artifact).isEmpty());
    };
  }

  /** Whether anything else may be tried where there is no download. */
  public boolean mayCompile() {
    return policy != DownloadPolicy.ALWAYS;
  }

  /**
   * The program in a folder, verified; empty when it is to be had in another way, which is said
   * with the reason.
   *
   * @throws WrongChecksum whatever the policy: that must not pass in silence
   * @throws IOException when it can only be downloaded and was not
   */
  public Optional<Path> program(Artifact artifact, Path folder, Progress progress)
      throws IOException, InterruptedException {
    if (policy == DownloadPolicy.NEVER) {
      return Optional.empty();
    }
    if (policy == DownloadPolicy.AUTO) {
      var problem = problem(artifact);
      if (problem.isPresent()) {
        progress.line("compiling " + artifact + ": " + host(artifact) + " " + problem.get());
        return Optional.empty();
      }
    }
    try {
      progress.line("downloading " + artifact + " from " + host(artifact));
      var file = download.file(artifact, progress);
      return Optional.of(Unpacking.program(artifact, file, folder));
    } catch (WrongChecksum e) {
      throw e;
    } catch (IOException e) {
      if (policy == DownloadPolicy.ALWAYS || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      progress.line("compiling " + artifact + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> problem(Artifact artifact) {
    return problems.computeIfAbsent(
        artifact.url().getHost(), _ -> server.problem(mirror.address(artifact.checksum())));
  }

  private String host(Artifact artifact) {
    return mirror.address(artifact.url()).getRawAuthority();
  }
}
