package dev.uruimi.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for another host (a page that rebinds its name to this address) and from another
 * origin (a page that sends its visitor's browser here). The shops' pages are foreign, too. A write
 * that comes with a cookie is taken from a page of this very host and port alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForeignRequestFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final HostNames names;
  private final ProblemWriter problems;

  ForeignRequestFilter(HostNames names, ProblemWriter problems) {
    this.names = names;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    addSecurityHeaders(response);
    var hosts = Collections.list(request.getHeaders(HttpHeaders.HOST));
    if (hosts.size() != 1 || !names.isOwnHost(hosts.getFirst())) {
      problems.write(
          response,
          Problems.of(
              HttpStatus.MISDIRECTED_REQUEST,
              "foreign-host",
              "Foreign host",
              "This service does not go by the name of the Host header."));
    } else if (!mayComeFromThere(request, hosts.getFirst())) {
      problems.write(
          response,
          Problems.of(
              HttpStatus.FORBIDDEN,
              "foreign-origin",
              "Foreign origin",
              "Pages of the Origin header's site may not use this service."));
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean mayComeFromThere(HttpServletRequest request, String host) {
    var origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
    if (READS.contains(request.getMethod()) || request.getHeader(HttpHeaders.COOKIE) == null) {
      return origins.stream().allMatch(names::isOwnOrigin);
    }
    // browsers say where a write comes from, by one of the two; who says nothing is not believed
    return origins.isEmpty()
        ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        : origins.size() == 1 && HostNames.isOriginOf(host, origins.getFirst());
  }

  private static void addSecurityHeaders(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
