package dev.uruimi.local.postgres;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Trees;
import dev.uruimi.local.secrets.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's data: made once, whole or not at all, with a database and a role for the services
 * and one for the administrator; both log in by password.
 */
record DataFolder(
    Path path, PostgresBinaries binaries, SecretFile password, SecretFile admin, int port) {

  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      max_connections = 40
      shared_buffers = 32MB
      password_encryption = 'scram-sha-256'
      """;

  private static final String ACCESS =
      """
      host uruimi uruimi 127.0.0.1/32 scram-sha-256
      host all postgres 127.0.0.1/32 scram-sha-256
      """;

  /** Makes it unless it is there; the settings are written at every start. */
  void ensure(Progress progress) throws IOException, InterruptedException {
    password.ensure();
    admin.ensure();
    if (!Files.exists(path)) {
      progress.line("creating the database");
      var work = path.resolveSibling(path.getFileName() + ".new");
      Trees.delete(work);
      Files.createDirectories(path.getParent());
      create(work);
      Files.move(work, path, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.writeString(path.resolve("postgresql.conf"), SETTINGS.formatted(port));
    Files.writeString(path.resolve("pg_hba.conf"), ACCESS);
  }

  private void create(Path work) throws IOException, InterruptedException {
    var initialize = new ArrayList<>(binaries.command("initdb"));
    initialize.addAll(
        List.of("-D", work.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8"));
    initialize.addAll(List.of("--locale=C", "--no-instructions"));
    Command.of(initialize).run();
    SingleUser.of(binaries, work)
        .run(
            "SET password_encryption = 'scram-sha-256'",
            "ALTER ROLE postgres PASSWORD '%s'".formatted(admin.read()),
            "CREATE ROLE uruimi LOGIN PASSWORD '%s'".formatted(password.read()),
            "CREATE DATABASE uruimi OWNER uruimi");
  }
}
