package dev.uruimi.certify.faults;

import java.io.IOException;

/** The database takes no writes, as after a failover to a standby or with a full disk. */
record DatabaseReadOnly() implements Fault {

  @Override
  public Injection inject(Scene scene) throws IOException {
    var databases = new Databases(scene.installation());
    databases.run("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
    return () ->
        databases.run(
            "alter system reset default_transaction_read_only", "select pg_reload_conf()");
  }
}
