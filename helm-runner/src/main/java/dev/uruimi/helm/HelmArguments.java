package dev.uruimi.helm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments of the Helm command. Options are given as {@code --name=value} and names behind {@code
 * --}, so that nothing a caller passes is taken for an option. Values are in files: none is here.
 */
final class HelmArguments {

  private final List<String> options = new ArrayList<>();

  private HelmArguments(String command, String namespace) {
    options.add(command);
    options.add("--namespace=" + namespace);
  }

  static List<String> install(Installation installation, Path values) {
    return new HelmArguments("install", installation.namespace())
        .changing(installation)
        .of(installation, values);
  }

  static List<String> upgrade(Installation installation, Path values) {
    return new HelmArguments("upgrade", installation.namespace())
        .with("--reset-values")
        .changing(installation)
        .of(installation, values);
  }

  static List<String> template(Installation installation, Path values, String kubernetesVersion) {
    return new HelmArguments("template", installation.namespace())
        .with("--kube-version=" + kubernetesVersion)
        .with("--no-hooks")
        .of(installation, values);
  }

  static List<String> uninstall(String namespace, String release) {
    return new HelmArguments("uninstall", namespace).with("--ignore-not-found").named(release);
  }

  private HelmArguments changing(Installation installation) {
    return with("--output=json").with("--description=" + installation.description());
  }

  private List<String> of(Installation installation, Path values) {
    installation.valuesFiles().forEach(this::withValues);
    withValues(values);
    return named(installation.release(), installation.chart().toAbsolutePath().toString());
  }

  private HelmArguments with(String option) {
    options.add(option);
    return this;
  }

  /** Helm reads the option as a line of comma-separated values. */
  private void withValues(Path file) {
    var path = file.toAbsolutePath().toString();
    options.add("--values=\"" + path.replace("\"", "\"\"") + "\"");
  }

  private List<String> named(String... names) {
    options.add("--");
    options.addAll(List.of(names));
    return List.copyOf(options);
  }
}
