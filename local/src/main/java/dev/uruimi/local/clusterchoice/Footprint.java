package dev.uruimi.local.clusterchoice;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What an installation leaves in a cluster that is not its own, all of it under its label: the
 * platform's namespace, the definition of store records, an ingress controller if there was none.
 *
 * @param installation its id
 * @param definition the file with the definition of store records
 */
record Footprint(KubernetesClient client, String installation, Path definition) {

  static final String LABEL = "uruimi.dev/installation";
  static final String NAMESPACE = "uruimi-system";
  static final String MANAGER = "uruimi";
  private static final String STORE = "uruimi.dev/store-id";
  private static final int MINUTES = 3;

  /**
   * @throws IOException when another installation has been here
   */
  void ensure() throws IOException {
    var there = client.namespaces().withName(NAMESPACE).get();
    if (there != null && !isOurs(there)) {
      throw new IOException(
          "the namespace "
              + NAMESPACE
              + " is there already: another Uruimi uses this cluster, or has; end that one with its"
              + " own `down --purge`");
    }
    if (there == null) {
      var namespace =
          new NamespaceBuilder()
              .withNewMetadata()
              .withName(NAMESPACE)
              .withLabels(labels())
              .endMetadata()
              .build();
      client.resource(namespace).create();
    }
    for (var object : client.load(Files.newInputStream(definition)).items()) {
      object.getMetadata().setLabels(labels());
      client.resource(object).forceConflicts().fieldManager(MANAGER).serverSideApply();
    }
  }

  Map<String, String> labels() {
    return Map.of(
        "app.kubernetes.io/part-of",
        "uruimi",
        "app.kubernetes.io/managed-by",
        "uruimi",
        LABEL,
        installation);
  }

  /** Whether this installation has left anything. */
  boolean present() {
    var there = client.namespaces().withName(NAMESPACE).get();
    return there != null && isOurs(there);
  }

  /**
   * Removes the stores and all of ours, and waits until it is gone.
   *
   * @return what was removed, as {@code kind name}
   * @throws io.fabric8.kubernetes.client.KubernetesClientTimeoutException when something stays
   */
  List<String> remove() {
    var removed = new ArrayList<String>();
    if (present()) {
      removed.addAll(delete(client.namespaces().withLabel(STORE).resources().toList()));
    }
    removed.addAll(delete(ours()));
    return removed;
  }

  private List<Resource<? extends HasMetadata>> ours() {
    var all = new ArrayList<Resource<? extends HasMetadata>>();
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withLabel(LABEL, installation)
        .resources()
        .forEach(all::add);
    client
        .network()
        .v1()
        .ingressClasses()
        .withLabel(LABEL, installation)
        .resources()
        .forEach(all::add);
    client
        .rbac()
        .clusterRoleBindings()
        .withLabel(LABEL, installation)
        .resources()
        .forEach(all::add);
    client.rbac().clusterRoles().withLabel(LABEL, installation).resources().forEach(all::add);
    client.namespaces().withLabel(LABEL, installation).resources().forEach(all::add);
    return all;
  }

  private static List<String> delete(List<? extends Resource<? extends HasMetadata>> resources) {
    var names = new ArrayList<String>();
    for (var resource : resources) {
      var object = resource.get();
      if (object != null) {
        names.add(object.getKind() + " " + object.getMetadata().getName());
        resource.delete();
      }
    }
    for (var resource : resources) {
      resource.waitUntilCondition(object -> object == null, MINUTES, TimeUnit.MINUTES);
    }
    return names;
  }

  private boolean isOurs(HasMetadata object) {
    var labels = object.getMetadata().getLabels();
    return labels != null && installation.equals(labels.get(LABEL));
  }
}
