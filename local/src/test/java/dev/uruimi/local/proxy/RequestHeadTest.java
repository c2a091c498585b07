package dev.uruimi.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestHeadTest {

  @Test
  void theBodyIsLeftWhereItIs() throws IOException {
    var in = bytes("POST /a HTTP/1.1\r\nUser-Agent: Helm/3.19\r\n\r\n{}");

    var head = RequestHead.read(in).orElseThrow();

    assertThat(head.userAgent()).isEqualTo("Helm/3.19");
    assertThat(in.readAllBytes()).asString().isEqualTo("{}");
  }

  @Test
  void anEmptyLineMayFollowAnOddCarriageReturn() throws IOException {
    assertThat(RequestHead.read(bytes("GET / HTTP/1.1\r\r\n\r\nx"))).isPresent();
  }

  @Test
  void aConnectionThatEndsBeforeItIsNoRequest() throws IOException {
    assertThat(RequestHead.read(bytes(""))).isEmpty();
    assertThat(RequestHead.read(bytes("GET / HTTP/1.1\r\nHost: a\r\n"))).isEmpty();
  }

  @Test
  void aHeadWithoutEndIsRefused() {
    assertThatThrownBy(() -> RequestHead.read(bytes("x".repeat(70_000))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aloneItClosesItsConnection() throws IOException {
    var head = read("GET / HTTP/1.1\r\nConnection: keep-alive\r\nHost: a\r\n\r\n");

    assertThat(head.alone())
        .asString()
        .isEqualTo("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  }

  @Test
  void anUpgradeKeepsItsConnection() throws IOException {
    var upgrade = "GET /exec HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

    assertThat(read(upgrade).alone()).asString().isEqualTo(upgrade);
  }

  private static RequestHead read(String text) throws IOException {
    return RequestHead.read(bytes(text)).orElseThrow();
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
