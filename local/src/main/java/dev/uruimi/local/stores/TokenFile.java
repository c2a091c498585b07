package dev.uruimi.local.stores;

import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.secrets.Tokens;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token that the store API asks for.
 *
 * @param path null: there is none to show
 */
record TokenFile(@Nullable Path path) {

  private static final String SETTING = "URUIMI_TOKEN_FILE";
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * The file that {@code $URUIMI_TOKEN_FILE} names, else this installation's own, which is shown to
   * nobody but this machine.
   */
  static TokenFile of(Map<String, String> environment, URI api) {
    var named = environment.get(SETTING);
    if (named != null && !named.isBlank()) {
      return new TokenFile(Path.of(named));
    }
    return HERE.contains(String.valueOf(api.getHost()))
        ? new TokenFile(new Tokens(UruimiHome.of(environment)).logIn().file())
        : new TokenFile(null);
  }

  /** What to send as {@code Authorization}; read anew each time, as {@code up} may just make it. */
  Optional<String> authorization() {
    try {
      return path == null
          ? Optional.empty()
          : Optional.of("Bearer " + Files.readString(path).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CommandFailed(
          "The token cannot be read: " + path + ".",
          "It is for whoever started Uruimi; " + SETTING + " names another file.",
          ExitCode.FAILED,
          e);
    }
  }

  /** What to do when the store API does not take it. */
  String advice() {
    return path == null
        ? SETTING + " names the file with the token of that installation."
        : "The token is read from %s; `up` makes it, %s names another file."
            .formatted(path, SETTING);
  }
}
