package dev.uruimi.local.login;

import dev.uruimi.local.cluster.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A page on this machine that leads to a secret address: a browser that is started with the address
 * itself would show it to every user of the machine.
 */
record LinkPage(Path file) {

  /** Writes it, for its owner only, and tells where it is. */
  URI leadingTo(URI secret) throws IOException {
    var page =
        """
        <!doctype html>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="0; url=%s">
        <title>Uruimi</title>
        """;
    OwnerOnly.write(file, page.formatted(secret));
    return file.toUri();
  }
}
