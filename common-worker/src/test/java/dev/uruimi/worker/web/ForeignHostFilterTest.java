package dev.uruimi.worker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class ForeignHostFilterTest {

  private final ForeignHostFilter filter =
      new ForeignHostFilter(List.of("cleanup", "cleanup.uruimi-system.svc"), JsonMapper.shared());
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:7083", "127.0.0.1", "cleanup:7083", "Cleanup.uruimi-system.svc"})
  void itAnswersToItsOwnNamesAndToThoseItWasGiven(String host) throws Exception {
    filter.doFilter(asked(host), response, chain);

    assertThat(chain.getRequest()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner:7081", "cleanup.evil.example", "10.42.0.7:7083", ""})
  void itAnswersToNoOther(String host) throws Exception {
    filter.doFilter(asked(host), response, chain);

    assertThat(chain.getRequest()).isNull();
    assertThat(response.getStatus()).isEqualTo(421);
  }

  private static MockHttpServletRequest asked(String host) {
    var request = new MockHttpServletRequest("GET", "/sweep");
    request.addHeader("Host", host);
    return request;
  }
}
