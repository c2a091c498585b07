package dev.uruimi.api.login;

import dev.uruimi.access.Token;
import dev.uruimi.api.web.ProblemWriter;
import dev.uruimi.api.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks. Who shows a token is judged by it alone, whatever cookies come with it. */
final class LogInFilter extends OncePerRequestFilter {

  private final Token token;
  private final Sessions sessions;
  private final ProblemWriter problems;

  LogInFilter(Token token, Sessions sessions, ProblemWriter problems) {
    this.token = token;
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      caller(request)
          .ifPresent(caller -> SecurityContextHolder.setContext(new SecurityContextImpl(caller)));
    } catch (DataAccessException _) {
      problems.write(response, Problems.databaseUnavailable());
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (shown != null) {
      return token.isShownBy(shown) ? Optional.of(Caller.program()) : Optional.empty();
    }
    return SessionCookie.of(request).filter(sessions::holds).map(_ -> Caller.browser());
  }
}
