package dev.uruimi.local.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The packet filter's rules: ours are in chains named {@code URUIMI-*}; the kubelet and kube-proxy
 * keep theirs in {@code KUBE-*}. Everything else on the machine is somebody else's.
 */
final class Firewall {

  private static final Pattern CHAIN = Pattern.compile("^:((?:URUIMI|KUBE)-\\S+) .*");
  private static final Pattern JUMP =
      Pattern.compile("^-A (\\S+) (?:.* )?-j ((?:URUIMI|KUBE)-\\S+)(?: .*)?$");
  private static final Pattern TABLE = Pattern.compile("^\\*(\\S+)$");

  /** Chains of ours and the chain of the system that leads to each. */
  static final Map<String, String> FILTER_HOOKS =
      Map.of("INPUT", "URUIMI-INPUT", "FORWARD", "URUIMI-FORWARD");

  static final Map<String, String> NAT_HOOKS = Map.of("POSTROUTING", "URUIMI-POSTROUTING");

  private Firewall() {}

  /** For {@code iptables-restore --noflush}: our chains, made new. */
  static String rules() {
    return """
    *filter
    :URUIMI-INPUT - [0:0]
    :URUIMI-FORWARD - [0:0]
    -A URUIMI-INPUT -i lo -j RETURN
    -A URUIMI-INPUT -i ${bridge} -j RETURN
    -A URUIMI-INPUT -d ${pods} -j DROP
    -A URUIMI-INPUT -p tcp -m tcp --dport ${apiServer} -j DROP
    -A URUIMI-FORWARD -i ${bridge} -j ACCEPT
    -A URUIMI-FORWARD -o ${bridge} -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
    -A URUIMI-FORWARD -o ${bridge} -j DROP
    COMMIT
    *nat
    :URUIMI-POSTROUTING - [0:0]
    -A URUIMI-POSTROUTING -s ${pods} ! -d ${pods} -j MASQUERADE
    COMMIT
    """
        .transform(Template::new)
        .fill(
            Map.of(
                "bridge",
                Addresses.BRIDGE,
                "apiServer",
                Addresses.API_SERVER,
                "pods",
                Addresses.POD_CIDR));
  }

  /** Whether a kube-proxy keeps rules here. */
  static boolean hasServiceRules(String save) {
    return save.lines().anyMatch(line -> line.startsWith(":KUBE-SERVICES "));
  }

  /**
   * What to feed {@code iptables-restore --noflush} so that all chains of ours are gone.
   *
   * @param save what {@code iptables-save} printed
   * @return empty when nothing of ours is there
   */
  static String removal(String save) {
    var all = new StringBuilder();
    var table = new ArrayList<String>();
    for (var line : save.lines().toList()) {
      if (TABLE.matcher(line).matches()) {
        table.clear();
      }
      table.add(line);
      if (line.equals("COMMIT")) {
        all.append(removalFromTable(table));
      }
    }
    return all.toString();
  }

  private static String removalFromTable(List<String> table) {
    var chains =
        table.stream()
            .map(CHAIN::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .toList();
    if (chains.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    lines.add(table.getFirst());
    table.stream()
        .filter(line -> leadsToOurs(line, chains))
        .map(line -> "-D" + line.substring(2))
        .forEach(lines::add);
    chains.forEach(chain -> lines.add("-F " + chain));
    chains.forEach(chain -> lines.add("-X " + chain));
    lines.add("COMMIT");
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  /** A jump from a chain that is not ours to one that is. */
  private static boolean leadsToOurs(String line, List<String> chains) {
    var matcher = JUMP.matcher(line);
    return matcher.matches()
        && !chains.contains(matcher.group(1))
        && chains.contains(matcher.group(2));
  }
}
