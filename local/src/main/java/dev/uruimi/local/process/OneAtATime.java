package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** A lock between processes: a locked file, free again the moment its holder is gone. */
public final class OneAtATime implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private OneAtATime(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** The lock, when nobody has it. */
  public static Optional<OneAtATime> tryLock(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new OneAtATime(channel, lock));
  }

  /** The lock, after waiting for it at most that long. */
  public static Optional<OneAtATime> lock(Path file, Duration limit, Waiter waiter)
      throws IOException, InterruptedException {
    var step = Duration.ofMillis(100);
    var got = tryLock(file);
    for (var left = limit; got.isEmpty() && left.isPositive(); left = left.minus(step)) {
      waiter.pause(step);
      got = tryLock(file);
    }
    return got;
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
