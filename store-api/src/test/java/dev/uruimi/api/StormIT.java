package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(Servers.class)
class StormIT {

  private static final int STORES = 1_000;
  private static final Duration SLOWEST = Duration.ofSeconds(20);

  /** An answer and how long it took. */
  private record Answered(int status, String id, long millis) {}

  @Test
  void aThousandStoresAtOnceAreAllTakenAndADeletionAmongThemGetsThrough(
      KafkaBroker kafka, PostgresServer postgres) throws Exception {
    try (var api =
            RunningApi.onNewDatabase(
                kafka, postgres, "storm", "--spring.datasource.hikari.connection-timeout=10000");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var http = api.http();
      var leaving = http.newStore("Leaving");
      api.awaitRelayed();

      var began = System.nanoTime();
      var requests =
          IntStream.range(0, STORES)
              .mapToObj(n -> threads.submit(creation(http, "Storm " + n)))
              .toList();
      await().until(() -> requests.stream().filter(Future::isDone).count() > STORES / 4);
      var asked = System.nanoTime();
      assertThat(http.delete("/stores/" + leaving).status()).isLessThan(300);
      await().until(() -> count(api, "outbox where store_id = '" + leaving + "'") == 0);
      var deletion = millisSince(asked);
      var answers = requests.stream().map(StormIT::get).toList();
      api.awaitRelayed();
      var relayed = millisSince(began);

      var slowest = answers.stream().mapToLong(Answered::millis).max().orElseThrow();
      System.out.printf(
          "storm: slowest answer %d ms, all on the log after %d ms, deletion through after %d ms%n",
          slowest, relayed, deletion);
      assertThat(answers).extracting(Answered::status).containsOnly(202);
      assertThat(answers).extracting(Answered::id).doesNotHaveDuplicates();
      assertThat(count(api, "stores where name like 'Storm %' and logged is not null"))
          .isEqualTo(STORES);
      assertThat(slowest).isLessThan(SLOWEST.toMillis());
      assertThat(deletion).isLessThanOrEqualTo(relayed);
    }
  }

  private static Callable<Answered> creation(HttpCalls http, String name) {
    return () -> {
      var began = System.nanoTime();
      var reply = http.create(name);
      return new Answered(reply.status(), reply.text("/id"), millisSince(began));
    };
  }

  private static Answered get(Future<Answered> request) {
    try {
      return request.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }

  private static int count(RunningApi api, String from) {
    return api.bean(JdbcClient.class)
        .sql("select count(*) from " + from)
        .query(Integer.class)
        .single();
  }
}
