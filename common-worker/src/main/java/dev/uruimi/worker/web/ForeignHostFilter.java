package dev.uruimi.worker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses requests for another host: a page that rebinds its name to this address. Inside a cluster
 * a worker goes by its Service's names, too ({@code URUIMI_WEB_ALLOWED_HOSTS}). For every worker
 * that answers to the store API; they import it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ForeignHostFilter extends OncePerRequestFilter {

  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> allowed;
  private final JsonMapper json;

  /**
   * @param allowedHosts host names besides localhost, without port
   */
  public ForeignHostFilter(
      @Value("${uruimi.web.allowed-hosts:}") List<String> allowedHosts, JsonMapper json) {
    this.allowed =
        Stream.concat(OWN.stream(), allowedHosts.stream())
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
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
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.MISDIRECTED_REQUEST,
            "This service does not go by the name of the Host header.");
    problem.setType(URI.create("urn:uruimi:problem:foreign-host"));
    problem.setTitle("Foreign host");
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  private boolean isOwn(String host) {
    return allowed.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }
}
