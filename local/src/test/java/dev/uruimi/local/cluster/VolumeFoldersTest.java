package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeFoldersTest {

  private static final String NAME = "pvc-11111111-2222-3333-4444-555555555555";

  @TempDir private Path folder;

  @Test
  void anyUserMayWriteToAVolumeButNotReachItFromOutside() throws Exception {
    var volume = new VolumeFolders(folder.resolve("volumes")).create(NAME);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(volume)))
        .isEqualTo("rwxrwxrwx");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(volume.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void deletingFollowsNoLink() throws Exception {
    var volumes = new VolumeFolders(folder.resolve("volumes"));
    var outside = Files.writeString(folder.resolve("outside"), "x");
    Files.createSymbolicLink(volumes.create(NAME).resolve("link"), folder);

    volumes.delete(NAME);
    volumes.delete(NAME);

    assertThat(outside).hasContent("x");
    assertThat(folder.resolve("volumes")).isEmptyDirectory();
  }

  @Test
  void refusesANameThatIsNotAVolumes() {
    assertThatThrownBy(() -> new VolumeFolders(folder).delete("../../etc"))
        .hasMessage("not a volume of ours: ../../etc");
  }
}
