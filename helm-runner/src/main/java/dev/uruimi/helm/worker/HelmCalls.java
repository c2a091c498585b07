package dev.uruimi.helm.worker;

import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.UninstallCommand;
import com.marcnuri.helm.UpgradeCommand;
import com.marcnuri.helm.VersionCommand;
import com.marcnuri.helm.jni.HelmLib;
import dev.uruimi.helm.Answer;
import dev.uruimi.helm.Request;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The calls to helm-java. Its {@code upgrade().install()} is not used: it loses the kubeconfig and
 * talks to localhost.
 */
final class HelmCalls {

  private final HelmLib helm;

  HelmCalls(HelmLib helm) {
    this.helm = helm;
  }

  /** The first call starts the Go runtime. */
  void warmUp() {
    new VersionCommand(helm).call();
  }

  Answer answer(Request request) {
    try {
      return request.call() == Request.Call.TEMPLATE
          ? new Answer(request.id(), 0, null, template(request))
          : new Answer(request.id(), call(request), null);
    } catch (RuntimeException e) {
      return new Answer(request.id(), 0, Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  private int call(Request request) {
    return switch (request.call()) {
      case INSTALL -> install(request);
      case UPGRADE -> upgrade(request);
      case UNINSTALL -> uninstall(request);
      case TEMPLATE -> throw new IllegalArgumentException("has no revision");
    };
  }

  private String template(Request request) {
    var command =
        new TemplateCommand(helm, chart(request))
            .withName(request.release())
            .withNamespace(request.namespace())
            .withKubeVersion(Objects.requireNonNull(request.kubernetesVersion()));
    request.valuesFiles().forEach(file -> command.withValuesFile(Path.of(file)));
    return command.call();
  }

  private int install(Request request) {
    var command =
        new InstallCommand(helm, chart(request))
            .withName(request.release())
            .withNamespace(request.namespace())
            .withDescription(description(request));
    request.valuesFiles().forEach(file -> command.withValuesFile(Path.of(file)));
    if (request.kubeconfig() != null) {
      command.withKubeConfig(Path.of(request.kubeconfig()));
    }
    return revision(command.call());
  }

  private int upgrade(Request request) {
    var command =
        new UpgradeCommand(helm, chart(request))
            .withName(request.release())
            .withNamespace(request.namespace())
            .withDescription(description(request))
            .resetValues();
    request.valuesFiles().forEach(file -> command.withValuesFile(Path.of(file)));
    if (request.kubeconfig() != null) {
      command.withKubeConfig(Path.of(request.kubeconfig()));
    }
    return revision(command.call());
  }

  private int uninstall(Request request) {
    var command =
        new UninstallCommand(helm, request.release())
            .withNamespace(request.namespace())
            .ignoreNotFound();
    if (request.kubeconfig() != null) {
      command.withKubeConfig(Path.of(request.kubeconfig()));
    }
    command.call();
    return 0;
  }

  private static Path chart(Request request) {
    return Path.of(Objects.requireNonNull(request.chart()));
  }

  private static String description(Request request) {
    return Objects.requireNonNullElse(request.description(), "");
  }

  private static int revision(Release release) {
    return Integer.parseInt(release.getRevision());
  }
}
