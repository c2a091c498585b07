package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {

  @TempDir private Path mount;

  @Test
  void version1HasAGroupInEveryHierarchy() throws Exception {
    for (var hierarchy : new String[] {"cpu", "memory"}) {
      Files.createDirectories(mount.resolve(hierarchy));
      Files.writeString(mount.resolve(hierarchy + "/cgroup.procs"), "1\n");
    }
    var groups = new Cgroups(mount, "ours");

    groups.create();

    assertThat(mount.resolve("cpu/ours")).isDirectory();
    assertThat(mount.resolve("memory/ours")).isDirectory();
  }

  @Test
  void version2HasOneGroup() throws Exception {
    Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory\n");
    Files.createDirectories(mount.resolve("system.slice"));
    Files.writeString(mount.resolve("system.slice/cgroup.procs"), "1\n");

    new Cgroups(mount, "ours").create();

    assertThat(mount.resolve("ours")).isDirectory();
    assertThat(mount.resolve("system.slice/ours")).doesNotExist();
  }

  @Test
  void whatRunsInOurGroupIsOurs() throws Exception {
    Files.writeString(mount.resolve("cgroup.controllers"), "");
    Files.writeString(mount.resolve("cgroup.procs"), "1\n2\n");
    Files.createDirectories(mount.resolve("ours/kubepods/pod1"));
    Files.writeString(mount.resolve("ours/kubepods/pod1/cgroup.procs"), "41\n42\n");

    assertThat(new Cgroups(mount, "ours").processes()).containsExactlyInAnyOrder(41L, 42L);
  }

  @Test
  void removesItsOwnAndIsContentWithNothing() throws Exception {
    Files.writeString(mount.resolve("cgroup.controllers"), "");
    Files.createDirectories(mount.resolve("ours/kubepods/pod1"));
    var groups = new Cgroups(mount, "ours");

    groups.remove();
    groups.remove();

    assertThat(mount.resolve("ours")).doesNotExist();
  }
}
