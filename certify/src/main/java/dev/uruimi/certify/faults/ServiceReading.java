package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation;
import dev.uruimi.certify.PauseWaiter;
import dev.uruimi.events.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A worker's reading of the log: stopped, set back to the beginning, started. */
final class ServiceReading {

  static final List<String> WORKERS = List.of("provisioner", "readiness-watcher", "cleanup");

  private static final Map<String, Integer> PORTS =
      Map.of("provisioner", 7081, "readiness-watcher", 7082, "cleanup", 7083);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Installation installation;
  private final String service;
  private final Clock clock;

  ServiceReading(Installation installation, String service, Clock clock) {
    this.installation = installation;
    this.service = service;
    this.clock = clock;
  }

  void rewind() throws IOException, InterruptedException {
    set("STOPPED");
    try {
      if (!PauseWaiter.until(this::rewound, LIMIT, clock)) {
        throw new IOException("the group of " + service + " could not be set back");
      }
    } finally {
      set("STARTED");
    }
  }

  /** Kafka refuses while a member of the group is still leaving. */
  private boolean rewound() throws InterruptedException {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      offsets.put(new TopicPartition(Topics.STORE_EVENTS, partition), new OffsetAndMetadata(0));
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", installation.bootstrapServers()))) {
      admin.alterConsumerGroupOffsets(service, offsets).all().get(10, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private void set(String state) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var address =
          "http://127.0.0.1:%d/actuator/bindings/storeEvents-in-0".formatted(PORTS.get(service));
      var request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + installation.peersToken())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"state\":\"" + state + "\"}"))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(service + " answered " + answer.statusCode() + " to " + state);
      }
    }
  }
}
