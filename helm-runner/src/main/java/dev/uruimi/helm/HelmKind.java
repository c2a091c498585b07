package dev.uruimi.helm;

import com.marcnuri.helm.jni.NativeLibrary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What does Helm's work. */
public enum HelmKind {
  /** {@link #NATIVE} where that can be, else {@link #CLI}. */
  AUTO,
  /** helm-java in worker processes. */
  NATIVE,
  /** The Helm command. */
  CLI;

  HelmKind resolved() {
    if (this != AUTO) {
      return this;
    }
    var library = NativeLibrary.serviceProviderLibrary(HelmKind.class.getClassLoader());
    return resolved(
        library == null ? null : library.getBinaryName(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  /**
   * What {@link #AUTO} means.
   *
   * @param library the native library on the class path, "helm-linux-amd64.so"; null for none
   */
  static HelmKind resolved(@Nullable String library, String osName, String osArch) {
    var os = osName.toLowerCase(Locale.ROOT);
    var system = os.startsWith("mac") ? "darwin" : os.startsWith("win") ? "windows" : os;
    var processor =
        switch (osArch) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> osArch;
        };
    return library != null && library.startsWith("helm-" + system + "-" + processor + ".")
        ? NATIVE
        : CLI;
  }
}
