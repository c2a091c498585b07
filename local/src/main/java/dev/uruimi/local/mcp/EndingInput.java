package dev.uruimi.local.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Tells when somebody who reads it has reached its end. */
final class EndingInput extends FilterInputStream {

  private final CountDownLatch ended = new CountDownLatch(1);

  EndingInput(InputStream in) {
    super(in);
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public int read() throws IOException {
    return noting(super.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return noting(super.read(bytes, offset, length));
  }

  private int noting(int read) {
    if (read < 0) {
      ended.countDown();
    }
    return read;
  }
}
