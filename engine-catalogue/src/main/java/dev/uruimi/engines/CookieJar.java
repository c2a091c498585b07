package dev.uruimi.engines;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one run of a scenario. All of its requests go to one shop, so that domains and
 * paths do not matter.
 */
final class CookieJar {

  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** Keeps what the answer sets, forgets what it expires; what is no cookie is passed over. */
  void take(HttpResponse<?> response) {
    response.headers().allValues("Set-Cookie").forEach(this::take);
  }

  private void take(String header) {
    try {
      for (var cookie : HttpCookie.parse("Set-Cookie: " + header)) {
        if (cookie.hasExpired()) {
          cookies.remove(cookie.getName());
        } else {
          cookies.put(cookie.getName(), cookie.getValue());
        }
      }
    } catch (IllegalArgumentException _) {
      return; // a browser ignores it too
    }
  }

  /** The Cookie header of the next request, if there is anything to say. */
  Optional<String> header() {
    return cookies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
  }
}
