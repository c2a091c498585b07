package dev.uruimi.api.webhooks;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of addresses, {@code 10.0.0.0/8} or {@code fc00::/7}; an address alone is a block of one.
 */
record AddressBlock(InetAddress network, int bits) {

  AddressBlock {
    if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("no such block: " + network.getHostAddress() + "/" + bits);
    }
  }

  /**
   * The block of this text.
   *
   * @throws IllegalArgumentException when it is none; names are not looked up
   */
  public static AddressBlock of(String text) {
    var slash = text.indexOf('/');
    var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    return new AddressBlock(
        network,
        slash < 0
            ? network.getAddress().length * Byte.SIZE
            : Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    var one = network.getAddress();
    var other = address.getAddress();
    var whole = bits / Byte.SIZE;
    var rest = bits % Byte.SIZE;
    return one.length == other.length
        && Arrays.equals(one, 0, whole, other, 0, whole)
        && (rest == 0 || ((one[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
  }
}
