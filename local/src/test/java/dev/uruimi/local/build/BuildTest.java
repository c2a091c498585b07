package dev.uruimi.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  @TempDir private Path logs;
  private final RecordedReport report = new RecordedReport();

  @Test
  void buildsOnlyWhatIsStaleAndTellsHowLongThatTook() throws Exception {
    var took = build(task("fresh", true, progress -> {}), task("stale", progress -> {}));

    assertThat(took.keySet()).containsExactly("stale");
    assertThat(report.lines()).containsExactly("stale started", "stale done");
  }

  @Test
  void doesNoMoreAtOnceThanAllowed() throws Exception {
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var two = new CountDownLatch(2);
    FakeTask.Work work =
        progress -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          two.countDown();
          two.await(10, TimeUnit.SECONDS);
          atOnce.decrementAndGet();
        };

    build(task("a", work), task("b", work), task("c", work), task("d", work));

    assertThat(most).hasValue(2);
  }

  @Test
  void withTheFirstFailureTheOthersAreInterruptedAndNothingNewBegins() {
    var interrupted = new AtomicBoolean();
    var running = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                build(
                    task(
                        "long",
                        progress -> {
                          running.countDown();
                          try {
                            new CountDownLatch(1).await();
                          } catch (InterruptedException e) {
                            interrupted.set(true);
                            throw e;
                          }
                        }),
                    task(
                        "broken",
                        progress -> {
                          running.await();
                          throw new IOException("no space left");
                        }),
                    task("never", progress -> {})))
        .isInstanceOf(BuildFailed.class)
        .hasMessageContaining("broken: no space left")
        .hasMessageContaining("build-broken.log");
    assertThat(interrupted).isTrue();
    assertThat(report.lines()).doesNotContain("never started");
  }

  @Test
  void keepsTheOutputOfCommandsInTheTasksLog() throws Exception {
    build(task("My Image", progress -> Command.of("echo", "hello").run()));

    assertThat(Files.readString(logs.resolve("build-my-image.log"))).isEqualTo("hello\n");
  }

  private java.util.Map<String, java.time.Duration> build(FakeTask... tasks) throws Exception {
    var graph = new BuildGraph(List.of(tasks).stream().map(BuildNode::of).toList());
    return new Build(graph, 2, logs, Clock.systemUTC()).run(report);
  }

  private static FakeTask task(String name, FakeTask.Work work) {
    return task(name, false, work);
  }

  private static FakeTask task(String name, boolean upToDate, FakeTask.Work work) {
    return new FakeTask(name, upToDate, work);
  }
}
