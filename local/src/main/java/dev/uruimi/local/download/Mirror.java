package dev.uruimi.local.download;

import java.net.URI;
import java.util.Map;

/**
 * Where publishers' files are fetched from: {@code URUIMI_DOWNLOAD_MIRROR} is put in front of host
 * and path of each, so that {@code https://mirror.example/files} gives {@code
 * https://mirror.example/files/dl.k8s.io/release/…}. Checksums come from there too: a mirror is
 * trusted as the publisher is.
 *
 * @param prefix empty for none
 */
record Mirror(String prefix) {

  static final String SETTING = "URUIMI_DOWNLOAD_MIRROR";

  static final Mirror NONE = new Mirror("");

  Mirror {
    prefix = prefix.strip().replaceAll("/+$", "");
    if (!prefix.isEmpty() && !prefix.matches("https?://[^/?#]+[^?#]*")) {
      throw new IllegalArgumentException(
          SETTING + " is the beginning of an http or https address, not \"" + prefix + "\"");
    }
  }

  static Mirror of(Map<String, String> environment) {
    return new Mirror(environment.getOrDefault(SETTING, ""));
  }

  URI address(URI published) {
    return prefix.isEmpty()
        ? published
        : URI.create(prefix + "/" + published.getRawAuthority() + published.getRawPath());
  }
}
