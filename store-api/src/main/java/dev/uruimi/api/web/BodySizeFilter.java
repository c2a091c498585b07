package dev.uruimi.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses large bodies, whether they tell their length or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodySizeFilter extends OncePerRequestFilter {

  private final int maxBytes;
  private final ProblemWriter problems;

  BodySizeFilter(WebProperties properties, ProblemWriter problems) {
    this.maxBytes = Math.toIntExact(properties.maxBody().toBytes());
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > maxBytes) {
      refuse(response);
      return;
    }
    if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
      return;
    }
    var body = request.getInputStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      refuse(response);
    } else {
      chain.doFilter(new ReadRequest(request, body), response);
    }
  }

  private void refuse(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    problems.write(
        response,
        Problems.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "body-too-large",
            "Body too large",
            "A body may have at most %d bytes.".formatted(maxBytes)));
  }
}
