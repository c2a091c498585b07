package dev.uruimi.local.proxy;

import dev.uruimi.certify.Installation.ApiServerFaults;
import dev.uruimi.certify.Installation.Healing;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Orders faults of a proxy that runs elsewhere.
 *
 * @param socket its control
 */
public record RemoteFaults(Path socket) implements ApiServerFaults {

  @Override
  public Healing answer(int status, double share) throws IOException {
    return healing(order("answer %d %s".formatted(status, share)));
  }

  @Override
  public Healing hang(double share) throws IOException {
    return healing(order("hang " + share));
  }

  @Override
  public Healing beforeHelmCall(int n, Runnable act) throws IOException {
    return new AwaitedCall(order("hold-helm " + n), act);
  }

  /** The proxy closes the connection once the fault is off. */
  private static Healing healing(ControlSocket control) {
    return () -> {
      try (control) {
        control.end();
        while (control.isOpen() && control.read().isPresent()) {
          // nothing is said on the way
        }
      }
    };
  }

  private ControlSocket order(String line) throws IOException {
    var control = new ControlSocket(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    control.write(line);
    var answer = control.read().orElse("the proxy is gone");
    if (!answer.equals("on")) {
      control.close();
      throw new IOException(answer);
    }
    return control;
  }
}
