package dev.uruimi.local.process;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are on this machine.
 *
 * @param repository root of the checkout; charts, engines and images are below it
 * @param cache what can be built or downloaded again: {@code $URUIMI_CACHE}, else {@code
 *     $XDG_CACHE_HOME/uruimi}, else {@code ~/.cache/uruimi}
 * @param state what belongs to this installation: {@code $URUIMI_STATE}, else {@code
 *     $XDG_STATE_HOME/uruimi}, else {@code ~/.local/state/uruimi}
 */
public record UruimiHome(Path repository, Path cache, Path state) {

  public UruimiHome {
    repository = repository.toAbsolutePath().normalize();
    cache = cache.toAbsolutePath().normalize();
    state = state.toAbsolutePath().normalize();
  }

  /** The folders the environment names; the repository is {@code $URUIMI_REPOSITORY} or here. */
  public static UruimiHome of(Map<String, String> environment) {
    var home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", "/")));
    return new UruimiHome(
        Path.of(environment.getOrDefault("URUIMI_REPOSITORY", "")),
        folder(environment, "URUIMI_CACHE", "XDG_CACHE_HOME", home.resolve(".cache")),
        folder(environment, "URUIMI_STATE", "XDG_STATE_HOME", home.resolve(".local/state")));
  }

  private static Path folder(
      Map<String, String> environment, String own, String xdg, Path otherwise) {
    var named = environment.get(own);
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    var base = environment.get(xdg);
    return (base == null || base.isBlank() ? otherwise : Path.of(base)).resolve("uruimi");
  }

  /** An installation of its own for campaigns that hurt it; below this one's state. */
  public UruimiHome forCertify() {
    return new UruimiHome(repository, cache, state.resolve("certify"));
  }

  /** Eight hex digits that tell this installation's control group and network from another's. */
  public String id() {
    return ContentHash.of(state.toString()).substring(0, 8);
  }

  /** What a part keeps over down and up: {@code <state>/data/<name>}. */
  public Path data(String name) {
    return state.resolve("data").resolve(name);
  }

  /** Rendered configuration of a part, written anew at every start. */
  public Path config(String name) {
    return state.resolve("config").resolve(name);
  }

  /** Sockets, locks and records of what runs now. */
  public Path run() {
    return state.resolve("run");
  }

  public Path logs() {
    return state.resolve("logs");
  }

  /** Where {@code <name>}'s output goes. */
  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** The administrator's way into the embedded cluster; readable by its owner only. */
  public Path kubeconfig() {
    return state.resolve("kubeconfig");
  }

  /** Where {@code images/<name>} with this content hash is built to: archives and images.txt. */
  public Path image(String name, String hash) {
    return cache.resolve("images").resolve(name).resolve(hash);
  }
}
