package dev.uruimi.worker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses requests for another host: a page that rebinds its name to this address. For every worker
 * that answers to the store API; they import it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ForeignHostFilter extends OncePerRequestFilter {

  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Refusal FOREIGN =
      new Refusal(
          HttpStatus.MISDIRECTED_REQUEST,
          "foreign-host",
          "Foreign host",
          "This service does not go by the name of the Host header.");

  private final JsonMapper json;

  public ForeignHostFilter(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var hosts = Collections.list(request.getHeaders(HttpHeaders.HOST));
    if (hosts.size() == 1 && isOwn(hosts.getFirst())) {
      chain.doFilter(request, response);
      return;
    }
    FOREIGN.write(response, json);
  }

  private static boolean isOwn(String host) {
    return OWN.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }
}
