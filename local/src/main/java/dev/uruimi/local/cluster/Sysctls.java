package dev.uruimi.local.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Kernel settings that the kubelet, kube-proxy and we change: as they were, when we are gone. */
record Sysctls(Path root, Path memory) {

  private static final String FORWARDING = "net/ipv4/ip_forward";

  private static final List<String> CHANGED =
      List.of(
          FORWARDING,
          "kernel/panic",
          "kernel/panic_on_oops",
          "kernel/keys/root_maxbytes",
          "kernel/keys/root_maxkeys",
          "net/bridge/bridge-nf-call-iptables",
          "net/ipv4/conf/all/route_localnet",
          "vm/overcommit_memory",
          "vm/panic_on_oom");

  void remember() throws IOException {
    var lines = new ArrayList<String>();
    for (var name : CHANGED) {
      if (Files.isReadable(root.resolve(name))) {
        lines.add(name + " " + read(name));
      }
    }
    Files.write(memory, lines);
  }

  void allowForwarding() throws IOException {
    set(FORWARDING, "1");
  }

  void restore() throws IOException {
    if (!Files.exists(memory)) {
      return;
    }
    for (var line : Files.readAllLines(memory)) {
      var name = line.substring(0, line.indexOf(' '));
      set(name, line.substring(line.indexOf(' ') + 1));
    }
    Files.delete(memory);
  }

  private void set(String name, String value) throws IOException {
    var file = root.resolve(name);
    if (Files.exists(file) && !read(name).equals(value)) {
      Files.writeString(file, value);
    }
  }

  /** In one read: these files give nothing at any other offset than 0. */
  private String read(String name) throws IOException {
    var bytes = new byte[256];
    try (var stream = Files.newInputStream(root.resolve(name))) {
      var length = stream.read(bytes);
      return new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII).strip();
    }
  }
}
