package dev.uruimi.api.login;

import dev.uruimi.api.web.ProblemWriter;
import dev.uruimi.api.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Says what to do to those who are not let in: a page to people, a problem to programs. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private final ProblemWriter problems;
  private final LogInPage page;

  Refusals(ProblemWriter problems, LogInPage page) {
    this.problems = problems;
    this.page = page;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
    if (isPerson(request)) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      page.write(response);
    } else {
      problems.write(response, logInNeeded());
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    problems.write(
        response,
        Problems.of(
            HttpStatus.FORBIDDEN,
            "token-needed",
            "Token needed",
            "Only who holds the token makes links; `./uruimi login` does."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
      throws IOException {
    problems.write(
        response,
        Problems.of(
            HttpStatus.BAD_REQUEST,
            "bad-path",
            "Bad path",
            "A path holds no `//`, `;`, `..`, nor such characters in escapes."));
  }

  static ProblemDetail logInNeeded() {
    return Problems.of(
        HttpStatus.UNAUTHORIZED,
        "log-in-needed",
        "Log-in needed",
        "Browsers: run `./uruimi login` and open the link that it prints. Programs: send the token"
            + " of the installation as `Authorization: Bearer`.");
  }

  private static String challenge(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        ? "Bearer"
        : "Bearer error=\"invalid_token\"";
  }

  private static boolean isPerson(HttpServletRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals(HttpMethod.GET.name()) && acceptsPages(accepted);
  }

  private static boolean acceptsPages(@Nullable String accepted) {
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }
}
