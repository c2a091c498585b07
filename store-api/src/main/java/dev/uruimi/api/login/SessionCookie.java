package dev.uruimi.api.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a browser that is logged in. {@code __Host-}: browsers take it from this host alone
 * and send it nowhere else, not even to a shop's name below it.
 */
final class SessionCookie {

  static final String NAME = "__Host-uruimi-session";

  private SessionCookie() {}

  /** What the browser says; empty unless it says one thing. */
  static Optional<Ticket> of(HttpServletRequest request) {
    var cookies = request.getCookies();
    var named =
        cookies == null
            ? List.<Cookie>of()
            : Stream.of(cookies).filter(cookie -> cookie.getName().equals(NAME)).toList();
    return named.size() == 1
        ? Optional.of(new Ticket(named.getFirst().getValue()))
        : Optional.empty();
  }

  static ResponseCookie holding(Ticket id, Duration life) {
    return cookie(id.value(), life);
  }

  static ResponseCookie removed() {
    return cookie("", Duration.ZERO);
  }

  private static ResponseCookie cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .secure(true)
        .httpOnly(true)
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .build();
  }
}
