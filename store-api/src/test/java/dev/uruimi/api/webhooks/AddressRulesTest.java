package dev.uruimi.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final AddressRules NOTHING_MORE = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void noAddressButAPublicOneMayBeTold(String address) {
    assertThat(NOTHING_MORE.mayBeTold(address(address))).isFalse();
  }

  /** Java makes IPv4 addresses of these by itself, but for those that insist. */
  @Test
  void anAddressOfIpv4InAnotherFormMayNotBeTold() throws Exception {
    var mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 8;

    assertThat(NOTHING_MORE.mayBeTold(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "192.169.0.1",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00::1"
      })
  void aPublicAddressMayBeTold(String address) {
    assertThat(NOTHING_MORE.mayBeTold(address(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,   10.255.0.1, true",
    "10.0.0.0/8,   11.0.0.1,   false",
    "10.1.2.3/9,   10.127.0.1, true",
    "10.1.2.3/9,   10.128.0.1, false",
    "127.0.0.1,    127.0.0.1,  true",
    "127.0.0.1,    127.0.0.2,  false",
    "0.0.0.0/0,    9.9.9.9,    true",
    "0.0.0.0/0,    ::1,        false",
    "fc00::/7,     fd12::1,    true",
    "fc00::/7,     fe00::1,    false",
    "::/0,         ::1,        true",
  })
  void aBlockHoldsItsAddressesAlone(String block, String address, boolean holds) {
    assertThat(AddressBlock.of(block).contains(address(address))).isEqualTo(holds);
  }

  @Test
  void whatASettingNamesMayBeTold() {
    var rules = new AddressRules(List.of(AddressBlock.of("10.1.0.0/16")));

    assertThat(rules.mayBeTold(address("10.1.9.9"))).isTrue();
    assertThat(rules.isAllowed(address("10.1.9.9"))).isTrue();
    assertThat(rules.mayBeTold(address("10.2.0.1"))).isFalse();
    assertThat(rules.isAllowed(address("8.8.8.8"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x", ""})
  void whatIsNoBlockIsRefused(String text) {
    assertThatThrownBy(() -> AddressBlock.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}
