package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bridge that node and pods share, and the packet filter's rules. */
final class Network {

  private static final List<String> FILTERS = List.of("iptables", "ip6tables");

  private final ClusterFiles files;
  private final Sysctls sysctls;

  Network(ClusterFiles files) {
    this.files = files;
    this.sysctls = new Sysctls(Path.of("/proc/sys"), files.home().run().resolve("sysctls"));
  }

  /** While this file exists, the rules and the bridge are ours. */
  private Path marker() {
    return files.home().run().resolve("network");
  }

  void create(Progress progress) throws IOException, InterruptedException {
    if (!Files.exists(marker())) {
      refuseOtherClusters();
      Files.createDirectories(marker().getParent());
      sysctls.remember();
      Files.createFile(marker());
    }
    if (!exists()) {
      Command.of("ip", "link", "add", Addresses.BRIDGE, "type", "bridge").run();
    }
    Command.of("ip", "link", "set", Addresses.BRIDGE, "alias", "uruimi " + files.home().state())
        .run();
    Command.of("ip", "addr", "replace", Addresses.NODE + "/16", "dev", Addresses.BRIDGE).run();
    Command.of("ip", "link", "set", Addresses.BRIDGE, "up").run();
    sysctls.allowForwarding();
    restore("iptables", Firewall.rules());
    hook("filter", Firewall.FILTER_HOOKS);
    hook("nat", Firewall.NAT_HOOKS);
  }

  /** Right after a crash too; does nothing when the network is not ours. */
  void remove(Progress progress) throws IOException, InterruptedException {
    if (!Files.exists(marker())) {
      return;
    }
    for (var program : FILTERS) {
      var removal = Firewall.removal(save(program));
      if (!removal.isEmpty()) {
        restore(program, removal);
      }
    }
    if (exists()) {
      Command.of("ip", "link", "delete", Addresses.BRIDGE).run();
    }
    sysctls.restore();
    Files.delete(marker());
  }

  private void refuseOtherClusters() throws IOException, InterruptedException {
    if (exists()) {
      throw new IOException(
          "the bridge "
              + Addresses.BRIDGE
              + " is there already: another Uruimi runs on this machine ("
              + Command.of("ip", "link", "show", Addresses.BRIDGE).run().strip()
              + "); end it with its own `uruimi down`");
    }
    if (Firewall.hasServiceRules(save("iptables"))) {
      throw new IOException(
          "another Kubernetes keeps service rules (KUBE-SERVICES) in this machine's packet filter;"
              + " use it by --context, or end it");
    }
  }

  private static boolean exists() throws InterruptedException {
    return Command.of("ip", "link", "show", Addresses.BRIDGE).succeeds();
  }

  private static String save(String program) throws IOException, InterruptedException {
    try {
      return Command.of(program + "-save").run();
    } catch (IOException e) {
      if (program.equals("ip6tables")) {
        return ""; // a kernel without IPv6
      }
      throw e;
    }
  }

  private void restore(String program, String rules) throws IOException, InterruptedException {
    var file = files.home().run().resolve(program + ".rules");
    Files.write(file, rules.getBytes(StandardCharsets.UTF_8));
    Command.of(program + "-restore", "--noflush", "--wait", "10", file.toString()).run();
    Files.delete(file);
  }

  private static void hook(String table, Map<String, String> hooks)
      throws IOException, InterruptedException {
    for (var hook : hooks.entrySet()) {
      var rule = List.of(hook.getKey(), "-j", hook.getValue());
      if (!iptables(table, "-C", rule).succeeds()) {
        iptables(table, "-I", rule).run();
      }
    }
  }

  private static Command iptables(String table, String action, List<String> rule) {
    var command = new ArrayList<>(List.of("iptables", "-w", "10", "-t", table, action));
    command.addAll(rule);
    return Command.of(command);
  }
}
