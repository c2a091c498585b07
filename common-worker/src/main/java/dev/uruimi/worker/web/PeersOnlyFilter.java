package dev.uruimi.worker.web;

import dev.uruimi.access.Token;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets in who shows the token of the services ({@code PEERS_TOKEN_FILE}); anybody may ask whether
 * the service is healthy, but not which part of it is not. For every worker; they import it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class PeersOnlyFilter extends OncePerRequestFilter {

  private static final Set<String> OPEN =
      Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

  private static final Refusal STRANGER =
      new Refusal(
          HttpStatus.UNAUTHORIZED,
          "token-needed",
          "Token needed",
          "Only the services of this installation may ask here, with their token.");

  private final Token token;
  private final JsonMapper json;

  public PeersOnlyFilter(@Value("${uruimi.peers.token-file}") String file, JsonMapper json) {
    this.token = Token.ofFile("PEERS_TOKEN_FILE", file);
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (token.isShownBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      chain.doFilter(new OfPeer(request), response);
    } else if (OPEN.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      STRANGER.write(response, json);
    }
  }

  /** A request of somebody known: health tells them of its parts. */
  private static final class OfPeer extends HttpServletRequestWrapper {

    private OfPeer(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Principal getUserPrincipal() {
      return () -> "peer";
    }
  }
}
