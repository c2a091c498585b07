package dev.uruimi.local.stores;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in addresses. */
public final class Query {

  private Query() {}

  /** A text as part of an address. */
  public static String value(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
