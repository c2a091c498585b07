package dev.uruimi.api.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.stereotype.Component;

/**
 * This machine's resolver. It blocks in native code for as long as somebody else's name server
 * likes, so it gets a thread of the platform: a virtual one would take its carrier along.
 */
@Component
class SystemNames implements NameService {

  @Override
  public InetAddress[] addresses(String host) throws UnknownHostException {
    var lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread.ofPlatform().daemon().name("name-lookup").start(lookup);
    try {
      return lookup.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new UnknownHostException(host);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }
}
