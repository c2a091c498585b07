package dev.uruimi.worker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class PeersOnlyFilterTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private PeersOnlyFilter filter;
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  @BeforeEach
  void aWorkerWithItsToken() throws IOException {
    var file = Files.writeString(folder.resolve("peers-token"), TOKEN);
    filter = new PeersOnlyFilter(file.toString(), JsonMapper.shared());
  }

  @Test
  void whoShowsTheTokenIsKnown() throws Exception {
    var request = get("/sweep");
    request.addHeader("Authorization", "Bearer " + TOKEN);

    filter.doFilter(request, response, chain);

    var passed = (jakarta.servlet.http.HttpServletRequest) chain.getRequest();
    assertThat(passed).isNotNull();
    assertThat(passed.getUserPrincipal()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sweep",
        "/",
        "/actuator",
        "/actuator/bindings/storeEvents-in-0",
        "/actuator/metrics",
        "/actuator/health/../bindings",
        "/actuator/healthy",
        "/ACTUATOR/HEALTH"
      })
  void whoShowsNoneIsRefused(String path) throws Exception {
    filter.doFilter(get(path), response, chain);

    assertThat(chain.getRequest()).isNull();
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("urn:uruimi:problem:token-needed");
  }

  @Test
  void whoShowsAWrongOneIsRefused() throws Exception {
    var request = get("/sweep");
    request.addHeader("Authorization", "Bearer " + TOKEN.replace('0', '1'));

    filter.doFilter(request, response, chain);

    assertThat(response.getStatus()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
  void anybodyMayAskForItsHealthAndIsNobody(String path) throws Exception {
    filter.doFilter(get(path), response, chain);

    var passed = (jakarta.servlet.http.HttpServletRequest) chain.getRequest();
    assertThat(passed).isNotNull();
    assertThat(passed.getUserPrincipal()).isNull();
  }

  @Test
  void aWorkerWithoutATokenDoesNotStart() {
    assertThatThrownBy(() -> new PeersOnlyFilter("", JsonMapper.shared()))
        .hasMessageContaining("PEERS_TOKEN_FILE names no file");
  }

  private static MockHttpServletRequest get(String path) {
    return new MockHttpServletRequest("GET", path);
  }
}
