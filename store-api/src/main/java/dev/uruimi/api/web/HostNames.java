package dev.uruimi.api.web;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The names this service goes by. */
@Component
class HostNames {

  private final Set<String> own = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

  HostNames(WebProperties properties) {
    properties.allowedHosts().forEach(host -> own.add(host.toLowerCase(Locale.ROOT)));
  }

  /** Whether a Host header, {@code name} or {@code name:port}, is ours. */
  boolean isOwnHost(String header) {
    return own.contains(header.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }

  /** Whether an Origin header is a page of what a Host header names, port and all. */
  static boolean isOriginOf(String host, String origin) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  /** Whether an Origin header is a page of ours. */
  boolean isOwnOrigin(String header) {
    try {
      var origin = URI.create(header);
      var http = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
      return http
          && origin.getHost() != null
          && origin.getUserInfo() == null
          && own.contains(origin.getHost().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
