package dev.uruimi.api.peers;

import dev.uruimi.access.Token;
import jakarta.annotation.PreDestroy;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Asks other services, with their token. No redirects, no cookies, no proxy of the environment. */
@Component
public class Peers {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final long maxBytes;
  private final Token token;

  Peers(PeerProperties properties) {
    this.maxBytes = properties.maxAnswer().toBytes();
    this.token = Token.ofFile("PEERS_TOKEN_FILE", properties.tokenFile());
  }

  /** An answer of any status. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, byte[] body) {}

  /**
   * Asks with GET.
   *
   * @param limit for everything: connecting, and the answer to its last byte
   * @throws PeerAwayException when there is no whole answer in time
   */
  public Answer get(URI base, String path, Duration limit) {
    return send(request(base, path).GET().build(), limit);
  }

  /**
   * Asks with POST and a body of JSON; otherwise as {@link #get}.
   *
   * @throws PeerAwayException when there is no whole answer in time
   */
  public Answer post(URI base, String path, String body, Duration limit) {
    var request =
        request(base, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return send(request, limit);
  }

  private HttpRequest.Builder request(URI base, String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Accept", "application/json")
        .header("Authorization", token.header());
  }

  private Answer send(HttpRequest request, Duration limit) {
    // the client's own limit ends with the headers; this one counts a body that trickles, too
    var answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
    try {
      return of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new PeerAwayException("It does not answer within %s.".formatted(shown(limit)), e);
    } catch (ExecutionException e) {
      throw new PeerAwayException(why(e), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new PeerAwayException("The question was called off.", e);
    }
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  private static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.body());
  }

  private static String why(ExecutionException failure) {
    return failure.getCause() instanceof ConnectException
        ? "It accepts no connections."
        : "It breaks off while it answers.";
  }

  private static String shown(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
