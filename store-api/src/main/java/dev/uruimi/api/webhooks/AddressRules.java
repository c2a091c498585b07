package dev.uruimi.api.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be told: those of the open internet, and those that a setting allows. What is
 * not open follows IANA's registries of special-purpose addresses; of IPv6 only global unicast is,
 * so that mapped, translated (NAT64), unique-local and link-local addresses are not.
 *
 * @param allowed though they are not public
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>
 */
record AddressRules(List<AddressBlock> allowed) {

  private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");

  private static final List<AddressBlock> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // a cloud's own services behind an address that looks public
              "168.63.129.16",
              // Teredo and others of the IETF; documentation; 6to4
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(AddressBlock::of)
          .toList();

  boolean mayBeTold(InetAddress address) {
    return isAllowed(address) || isPublic(address);
  }

  /** Whether a setting names it. */
  boolean isAllowed(InetAddress address) {
    return allowed.stream().anyMatch(block -> block.contains(address));
  }

  private static boolean isPublic(InetAddress address) {
    return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address))
        && CLOSED.stream().noneMatch(block -> block.contains(address));
  }
}
