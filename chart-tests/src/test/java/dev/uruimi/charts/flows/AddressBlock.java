package dev.uruimi.charts.flows;

import java.math.BigInteger;
import java.net.InetAddress;

/** A block of addresses in CIDR notation. */
record AddressBlock(byte[] base, int bits) {

  static AddressBlock of(String cidr) {
    var slash = cidr.indexOf('/');
    return new AddressBlock(
        bytes(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
  }

  boolean contains(String address) {
    var other = bytes(address);
    if (other.length != base.length) {
      return false;
    }
    var rest = base.length * 8 - bits;
    return new BigInteger(1, base)
        .shiftRight(rest)
        .equals(new BigInteger(1, other).shiftRight(rest));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no address: " + address, e);
    }
  }
}
