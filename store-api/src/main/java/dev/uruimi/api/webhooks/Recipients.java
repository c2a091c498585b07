package dev.uruimi.api.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where webhooks may lead to: a URL's form, and every address its host has at the moment. */
@Component
class Recipients {

  static final int LONGEST = 2000;
  private static final int HIGHEST_PORT = 65_535;

  private final AddressRules rules;
  private final NameService names;
  private final boolean allowHttp;

  Recipients(WebhookProperties properties, NameService names) {
    this.rules = new AddressRules(properties.allowedAddresses());
    this.names = names;
    this.allowHttp = properties.allowHttp();
  }

  /** What is wrong with a URL, to be read after the field's name. */
  Optional<String> complaint(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("must have at most %d characters".formatted(LONGEST));
    }
    try {
      var url = new URI(text);
      var complaint = formComplaint(url);
      if (complaint.isEmpty()) {
        addresses(url);
      }
      return complaint;
    } catch (URISyntaxException _) {
      return Optional.of("is no URL");
    } catch (UnknownHostException _) {
      return Optional.of("names a host that is not known");
    } catch (AddressRefusedException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The addresses of a URL's host, of which every one may be told. Connect to these and no others:
   * the next lookup may tell another story.
   */
  InetAddress[] addresses(URI url) throws UnknownHostException, AddressRefusedException {
    var addresses = names.addresses(url.getHost());
    if (!Arrays.stream(addresses).allMatch(rules::mayBeTold)) {
      throw new AddressRefusedException(
          "leads to an address that is not public; WEBHOOKS_ALLOWED_ADDRESSES can allow it");
    }
    if (!isSecure(url) && !allowHttp && !Arrays.stream(addresses).allMatch(rules::isAllowed)) {
      throw new AddressRefusedException("must be https; WEBHOOKS_ALLOW_HTTP can allow http");
    }
    return addresses;
  }

  private static Optional<String> formComplaint(URI url) {
    if (!isSecure(url) && !"http".equalsIgnoreCase(url.getScheme())) {
      return Optional.of("must begin with https:// or http://");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("must not hold a user or password");
    }
    if (url.getHost() == null) {
      return Optional.of("must name a host, an international one in its xn-- form");
    }
    if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
      return Optional.of("must name a port from 1 to " + HIGHEST_PORT);
    }
    return url.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("must not hold a fragment (#)");
  }

  private static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }
}
