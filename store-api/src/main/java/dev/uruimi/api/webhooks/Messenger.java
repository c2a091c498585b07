package dev.uruimi.api.webhooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends one message, once: over a connection of its own to an address that {@link Recipients} let
 * pass, without redirects, cookies, proxies or repeats. Of the answer only the status is read; what
 * else a recipient says is nobody's here.
 */
@Component
class Messenger implements DisposableBean {

  private static final Http1Config BOUNDS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8192).build();

  private final Lookup<TlsSocketStrategy> tls =
      RegistryBuilder.<TlsSocketStrategy>create()
          .register(URIScheme.HTTPS.id, DefaultClientTlsStrategy.createDefault())
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Recipients recipients;
  private final Duration connectTimeout;
  private final Duration timeout;

  Messenger(Recipients recipients, WebhookProperties properties) {
    this.recipients = recipients;
    this.connectTimeout = properties.connectTimeout();
    this.timeout = properties.timeout();
  }

  /** Sends a body with headers; whatever goes wrong is an outcome. */
  Outcome post(URI url, Map<String, String> headers, String body) throws InterruptedException {
    var request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(
        new ByteArrayEntity(
            body.getBytes(StandardCharsets.UTF_8), ContentType.parse(Notice.CONTENT_TYPE)));
    var sending = threads.submit(() -> send(url, request));
    try {
      return Outcome.answered(sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Outcome.failed(noAnswer());
    } catch (ExecutionException e) {
      return Outcome.failed(why(e.getCause()));
    } finally {
      request.cancel();
      sending.cancel(true);
    }
  }

  private int send(URI url, HttpPost request) throws IOException {
    var client = client(recipients.addresses(url));
    try {
      return client.executeOpen(null, request, null).getCode();
    } finally {
      // the answer is not closed by itself: that would read it to its end
      client.close(CloseMode.IMMEDIATE);
    }
  }

  private CloseableHttpClient client(InetAddress[] addresses) {
    var connections =
        BasicHttpClientConnectionManager.create(
            null,
            new KnownAddresses(addresses),
            tls,
            ManagedHttpClientConnectionFactory.builder().http1Config(BOUNDS).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setSocketTimeout(Timeout.of(timeout))
            .build());
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .build())
        .setUserAgent("Uruimi-Webhooks/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** For people; nothing that the recipient wrote. */
  private String why(@Nullable Throwable cause) {
    return switch (cause) {
      case AddressRefusedException refused -> "the URL " + refused.getMessage();
      case UnknownHostException _ -> "the host is not known";
      case ConnectTimeoutException _ -> "the host does not take the connection";
      case ConnectException _ -> "the host refuses the connection";
      case SocketTimeoutException _ -> noAnswer();
      case SSLException _ -> "no TLS connection: the certificate or the protocol does not do";
      case ClientProtocolException _ -> "the answer is not HTTP";
      case null, default -> "the connection broke";
    };
  }

  private String noAnswer() {
    return "no answer within %d s".formatted(timeout.toSeconds());
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
