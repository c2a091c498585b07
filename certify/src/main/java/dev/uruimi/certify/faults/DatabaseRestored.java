package dev.uruimi.certify.faults;

import dev.uruimi.certify.PauseWaiter;
import java.io.IOException;
import java.time.Duration;

/**
 * A backup of the database is taken; later, with more in the log, it replaces the database. What
 * was accepted meanwhile and not yet published would be lost with any system that answers before a
 * second copy exists, so the restore waits until the outbox is empty.
 */
record DatabaseRestored() implements Fault {

  private static final Duration PUBLISHED = Duration.ofMinutes(1);

  @Override
  public Injection inject(Scene scene) throws IOException {
    var databases = new Databases(scene.installation());
    var name = databases.name();
    databases.run("drop database if exists \"" + name + "_backup\"");
    alone(databases, name, "create database \"%s_backup\" template \"%s\"".formatted(name, name));
    return () -> restore(scene, databases, name);
  }

  private static void restore(Scene scene, Databases databases, String name)
      throws IOException, InterruptedException {
    var published = PauseWaiter.until(() -> scene.reader().isPublished(), PUBLISHED, scene.clock());
    if (!published) {
      throw new NotPossibleException("the outbox did not empty, so nothing could be restored");
    }
    databases.run("drop database if exists \"" + name + "_lost\"");
    alone(
        databases,
        name,
        "alter database \"%s\" rename to \"%s_lost\"".formatted(name, name),
        "alter database \"%s_backup\" rename to \"%s\"".formatted(name, name));
    databases.run("drop database \"" + name + "_lost\"");
  }

  /** Runs statements while nobody is connected to a database; it takes connections afterwards. */
  private static void alone(Databases databases, String name, String... statements)
      throws IOException {
    databases.run("alter database \"" + name + "\" allow_connections false");
    try {
      databases.run(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
              + name
              + "'");
      databases.run(statements);
    } finally {
      databases.run("alter database \"" + name + "\" allow_connections true");
    }
  }
}
