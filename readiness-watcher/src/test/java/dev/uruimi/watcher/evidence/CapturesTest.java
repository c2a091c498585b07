package dev.uruimi.watcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.watcher.evidence.Capture.Cause;
import dev.uruimi.watcher.evidence.Capture.KubernetesEvent;
import dev.uruimi.watcher.evidence.Capture.LogExcerpt;
import dev.uruimi.watcher.workloads.PodState;
import dev.uruimi.watcher.workloads.PodState.ContainerState;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapturesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void theNewestFiveAreKeptAndReadNewestFirst() {
    var kept = Map.<String, String>of();
    for (int number = 1; number <= 7; number++) {
      kept = Captures.with(kept, "1.failed-" + number, capture(number, 1, 1));
    }

    assertThat(Captures.read(kept))
        .extracting(Capture::id)
        .containsExactly(
            "k/1/failed-7", "k/1/failed-6", "k/1/failed-5", "k/1/failed-4", "k/1/failed-3");
    assertThat(kept)
        .containsOnlyKeys("1.failed-7", "1.failed-6", "1.failed-5", "1.failed-4", "1.failed-3");
  }

  @Test
  void whatIsReadIsWhatWasKept() {
    var capture = capture(1, 3, 20);

    assertThat(Captures.read(Captures.with(Map.of(), "1.failed-1", capture)))
        .containsExactly(capture);
  }

  @Test
  void aLargeCaptureLosesItsOldestLines() {
    var kept = Captures.with(Map.of(), "1.failed-1", capture(1, 50, 8 * 500));

    assertThat(Captures.size(kept.get("1.failed-1"))).isLessThanOrEqualTo(Captures.LARGEST);
    var lines = Captures.read(kept).getFirst().logs().getFirst().lines();
    assertThat(lines).isNotEmpty().hasSizeLessThan(50);
    assertThat(lines.getLast()).startsWith("line 49 ");
  }

  @Test
  void evenOneOfCharactersThatTakeMuchRoomFits() {
    var pod =
        new PodState(
            "p",
            null,
            "Running",
            false,
            0,
            null,
            null,
            List.of(
                new ContainerState(
                    "c", false, "waiting", "r", "\"".repeat(240), "i".repeat(500), 0)));
    var event = new KubernetesEvent(NOW, "Warning", "r", "o", "\\".repeat(500), 1);
    var capture =
        new Capture(
            "k/1/failed-1",
            NOW,
            1,
            "failed",
            new Cause("c", "s"),
            Collections.nCopies(500, pod),
            Collections.nCopies(50, event),
            logs(50, 500).stream()
                .map(l -> new LogExcerpt("p", "c", true, List.of("😀\"\\".repeat(5000))))
                .toList(),
            null,
            null,
            List.of());

    var kept = Captures.with(Map.of(), "1.failed-1", capture);

    assertThat(Captures.size(kept.get("1.failed-1"))).isLessThanOrEqualTo(Captures.LARGEST);
    assertThat(Captures.read(kept).getFirst().pods()).isNotEmpty();
  }

  @Test
  void togetherTheyHaveTheirRoomToo() {
    var kept = Map.<String, String>of();
    for (int number = 1; number <= 5; number++) {
      kept = Captures.with(kept, "1.failed-" + number, capture(number, 50, 1000));
    }

    assertThat(kept).hasSizeLessThan(5).containsKey("1.failed-5");
    assertThat(kept.values().stream().mapToInt(Captures::size).sum())
        .isLessThanOrEqualTo(Captures.LARGEST_TOGETHER)
        .isGreaterThan(Captures.LARGEST);
  }

  @Test
  void oneThatCannotBeReadIsLeftOut() {
    var kept = new HashMap<>(Captures.with(Map.of(), "1.failed-1", capture(1, 1, 1)));
    kept.put("1.failed-0", "not JSON");
    kept.put("1.failed-2", "{\"id\":\"k/1/failed-2\",\"attempt\":1,\"new\":true}");

    assertThat(Captures.read(kept)).extracting(Capture::id).containsExactly("k/1/failed-1");
    assertThat(Captures.with(kept, "1.failed-3", capture(3, 1, 1)))
        .containsKeys("1.failed-1", "1.failed-3");
  }

  private static Capture capture(int number, int lines, int width) {
    return new Capture(
        "k/1/failed-" + number,
        NOW.plusSeconds(number),
        1,
        "failed",
        new Cause("crash_loop", "It crashes"),
        List.of(),
        List.of(),
        logs(lines, width),
        null,
        null,
        List.of());
  }

  private static List<LogExcerpt> logs(int lines, int width) {
    return List.of(
        new LogExcerpt(
            "pod",
            "shop",
            true,
            IntStream.range(0, lines)
                .mapToObj(l -> "line " + l + " " + "x".repeat(width))
                .toList()));
  }
}
