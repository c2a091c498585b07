package dev.uruimi.api.platform;

import dev.uruimi.api.broker.Broker;
import dev.uruimi.api.platform.HealthView.LagView;
import dev.uruimi.api.projection.LogProgress;
import dev.uruimi.events.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How far readers of the log are behind its end. */
@Component
class Lags {

  private static final List<String> WORKERS =
      List.of("provisioner", "readiness-watcher", "cleanup");

  private final Broker broker;
  private final LogProgress progress;

  Lags(Broker broker, LogProgress progress) {
    this.broker = broker;
    this.progress = progress;
  }

  /** Of this service: by its table, since its group's offset is only for show. */
  Callable<LagView> ofTable() {
    return () -> {
      var next = progress.nextOffsets();
      return lag("store-api", ends(), partition -> next.getOrDefault(partition.partition(), 0L));
    };
  }

  /** Of the workers: by what their groups have committed. */
  Callable<List<LagView>> ofWorkers() {
    return () -> {
      var specs =
          WORKERS.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
      var committed = broker.admin().listConsumerGroupOffsets(specs);
      var ends = ends();
      var lags = new ArrayList<LagView>();
      for (var group : WORKERS) {
        var offsets = Broker.await(committed.partitionsToOffsetAndMetadata(group), Inquiries.LIMIT);
        lags.add(
            lag(
                group,
                ends,
                partition -> {
                  var offset = offsets.get(partition);
                  return offset == null ? 0L : offset.offset();
                }));
      }
      return List.copyOf(lags);
    };
  }

  private Map<TopicPartition, Long> ends() {
    var latest =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.STORE_EVENTS, partition))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    Broker.await(broker.admin().listOffsets(latest).all(), Inquiries.LIMIT)
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  static LagView lag(
      String group, Map<TopicPartition, Long> ends, Function<TopicPartition, Long> next) {
    var behind =
        ends.entrySet().stream()
            .map(end -> end.getValue() - next.apply(end.getKey()))
            .filter(events -> events > 0)
            .toList();
    var events = behind.stream().mapToLong(Long::longValue).sum();
    return new LagView(group, events, behind.size());
  }
}
