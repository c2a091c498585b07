package dev.uruimi.api.rebuild;

import dev.uruimi.api.history.Fold;
import dev.uruimi.api.history.LogReader;
import dev.uruimi.api.history.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Folds what was applied since into the shadow table. */
final class CatchUp {

  private final LogReader log;
  private final ShadowTable shadow;
  private final RunProgress progress;

  CatchUp(LogReader log, ShadowTable shadow, RunProgress progress) {
    this.log = log;
    this.shadow = shadow;
    this.progress = progress;
  }

  /**
   * @param folded how far each partition is folded; moved on
   */
  void upTo(Map<Integer, Long> folded, Map<Integer, Long> ends) {
    ends.forEach(
        (partition, end) -> {
          var stretch = new Stretch(partition, folded.getOrDefault(partition, 0L), end);
          if (stretch.size() > 0) {
            fold(stretch);
            folded.put(partition, end);
          }
        });
  }

  private void fold(Stretch stretch) {
    progress.expect(stretch.size());
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var ids = new LinkedHashSet<String>();
    log.read(
        stretch,
        record -> {
          records.add(record);
          ids.add(record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
        });
    var fold = Fold.ofAll();
    shadow.read(progress.run(), ids).values().stream()
        .map(ShadowTable.Row::logged)
        .filter(Objects::nonNull)
        .forEach(fold::begin);
    for (var record : records) {
      fold.accept(record);
      progress.read();
    }
    shadow.writeLogged(progress.run(), fold.stores().values());
  }
}
