package dev.uruimi.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.Receiver;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a receiver on this machine, whom a test's own name service names. */
class MessengerTest {

  private static final String NAME = "receiver.example";

  @TempDir private Path folder;

  private Receiver receiver = new Receiver();

  /** Long enough for a machine that builds other things, too. */
  private Duration timeout = Duration.ofSeconds(60);

  private final Deque<List<String>> found = new ArrayDeque<>();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsTold() throws Exception {
    found.add(List.of("127.0.0.1"));
    found.add(List.of("192.0.2.1"));

    assertThat(post("/hook", "127.0.0.0/8")).isEqualTo(new Outcome(200, null));

    assertThat(receiver.messages).hasSize(1);
    assertThat(receiver.messages.getFirst().header("Host")).startsWith(NAME);
    assertThat(found).hasSize(1);
  }

  @Test
  void aNameThatLeadsElsewhereMeanwhileIsRefused() throws Exception {
    found.add(List.of("8.8.8.8", "127.0.0.1"));

    assertThat(post("/hook", "192.0.2.0/24").error()).contains("not public");

    assertThat(receiver.messages).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    found.add(List.of("127.0.0.1"));
    receiver.answer(307, "Location", "http://127.0.0.1/elsewhere");

    var outcome = post("/hook", "127.0.0.0/8");

    assertThat(outcome.answer()).isEqualTo(307);
    assertThat(outcome.isDelivered()).isFalse();
    assertThat(receiver.messages).hasSize(1);
  }

  @Test
  void anAnswerWithoutEndIsAnAnswer() throws Exception {
    found.add(List.of("127.0.0.1"));
    receiver.answerWithoutEnd();

    assertThat(post("/hook", "127.0.0.0/8")).isEqualTo(new Outcome(200, null));
  }

  @Test
  void whoSaysNothingIsNotWaitedFor() throws Exception {
    found.add(List.of("127.0.0.1"));
    receiver.sayNothing();
    timeout = Duration.ofSeconds(1);

    assertThat(post("/hook", "127.0.0.0/8").error()).contains("no answer within");
  }

  @Test
  void aCertificateIsNotTakenOnTrust() throws Exception {
    found.add(List.of("127.0.0.1"));
    receiver.close();
    receiver = Receiver.overTls(SelfSigned.context(folder, NAME));
    var url = URI.create("https://%s:%d/".formatted(NAME, receiver.port()));

    assertThat(messenger("127.0.0.0/8").post(url, Map.of(), "{}").error()).contains("TLS");
    assertThat(receiver.messages).isEmpty();
  }

  private Outcome post(String path, String allowed) throws InterruptedException {
    var url = URI.create("http://%s:%d%s".formatted(NAME, receiver.port(), path));
    return messenger(allowed).post(url, Map.of(), "{}");
  }

  private Messenger messenger(String allowed) {
    var properties =
        new WebhookProperties(
            "",
            List.of(AddressBlock.of(allowed)),
            true,
            1,
            List.of(),
            Duration.ofDays(1),
            Duration.ofSeconds(1),
            timeout,
            timeout);
    NameService names =
        host -> {
          assertThat(host).isEqualTo(NAME);
          return found.remove().stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        };
    return new Messenger(new Recipients(properties, names), properties);
  }
}
