package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class KilledReplicaIT {

  /** Whoever follows one replica when it dies goes on at the other: nothing missing, none twice. */
  @Test
  void aStreamThatItsReplicaCutsGoesOnAtTheOther(KafkaBroker kafka, PostgresServer postgres) {
    var dying = RunningApi.onNewDatabase(kafka, postgres, "killed_replica_it");
    try (var other = RunningApi.on(kafka, postgres, "killed_replica_it")) {
      var cut = dying.http().follow("/stores/events");
      await().until(() -> !cut.ids().isEmpty());
      var before = create(other, "before", 20);
      await().until(() -> !cut.data(before.getLast()).isEmpty());

      var during = new ArrayList<String>();
      var writer = Thread.ofVirtual().start(() -> during.addAll(create(other, "during", 20)));
      dying.close();
      await().until(cut::isEnded);
      join(writer);

      var last = cut.ids().getLast().toString();
      try (var resumed = other.http().follow("/stores/events", "Last-Event-ID", last)) {
        var after = create(other, "after", 20);
        await().until(() -> !resumed.data(after.getLast()).isEmpty());

        var created = Stream.of(before, during, after).flatMap(List::stream).toList();
        assertThat(stores(Stream.concat(cut.lines.stream(), resumed.lines.stream())))
            .containsExactlyElementsOf(created);
        // the resumed stream begins by telling the position that it was given
        var changes = new ArrayList<>(cut.ids());
        changes.addAll(resumed.ids().subList(1, resumed.ids().size()));
        assertThat(changes).isSorted().doesNotHaveDuplicates();
      }
    } finally {
      dying.close();
    }
  }

  private static List<String> create(RunningApi api, String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> api.http().newStore(name + " " + i)).toList();
  }

  /** Ids of the stores that were sent, in their order. */
  private static List<String> stores(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("data: {\"id\":\""))
        .map(line -> line.substring(13, 23))
        .toList();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
