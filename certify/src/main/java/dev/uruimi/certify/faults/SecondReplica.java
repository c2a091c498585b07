package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation.Replica;
import java.io.IOException;
import java.util.List;

/** A second replica of each service in turn joins, and leaves orderly or by a kill. */
record SecondReplica() implements Fault {

  private static final List<String> SERVICES =
      List.of("readiness-watcher", "provisioner", "cleanup", "store-api");

  @Override
  public Injection inject(Scene scene) throws IOException, InterruptedException {
    var service = SERVICES.get(scene.hit().ordinal() % SERVICES.size());
    var orderly = scene.random().nextBoolean();
    var replica = scene.installation().startReplica(service);
    return () -> leave(replica, orderly);
  }

  private static void leave(Replica replica, boolean orderly) {
    if (!orderly) {
      replica.kill();
    }
    replica.close();
  }
}
