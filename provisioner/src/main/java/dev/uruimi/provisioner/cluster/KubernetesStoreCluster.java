package dev.uruimi.provisioner.cluster;

import dev.uruimi.engines.Engine;
import dev.uruimi.events.StoreId;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.decide.Observation;
import dev.uruimi.provisioner.decide.Observation.Leftovers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores' namespaces in a Kubernetes cluster. */
public final class KubernetesStoreCluster implements StoreCluster {

  private static final int CONFLICT = 409;
  private static final long QUOTA_SECONDS = 8;
  private static final Map<String, String> POD_SECURITY =
      Map.of(
          "pod-security.kubernetes.io/enforce", "restricted",
          "pod-security.kubernetes.io/enforce-version", "latest");

  private final KubernetesClient client;
  private final Guardrails guardrails;
  private final SecretTexts secrets;

  /**
   * @param nameServers address blocks of name servers that are no pods
   * @param apiServiceAccount who may read stores' credentials
   * @param platformNamespace where that account is
   */
  public KubernetesStoreCluster(
      KubernetesClient client,
      List<String> nameServers,
      String apiServiceAccount,
      String platformNamespace) {
    this.client = client;
    this.guardrails =
        new Guardrails(
            new NetworkPolicies(nameServers),
            new CredentialsAccess(apiServiceAccount, platformNamespace));
    this.secrets = new SecretTexts(new SecureRandom());
  }

  @Override
  public Observation.Namespace namespace(StoreId id) {
    var found = client.namespaces().withName(id.namespace()).get();
    if (found == null) {
      return Observation.Namespace.ABSENT;
    }
    return found.isMarkedForDeletion()
        ? Observation.Namespace.TERMINATING
        : Observation.Namespace.ACTIVE;
  }

  @Override
  public Leftovers leftovers(StoreId id) {
    var left = left(id);
    if (left.isEmpty()) {
      return Leftovers.NONE;
    }
    return left.stream().allMatch(HasMetadata::isMarkedForDeletion)
        ? Leftovers.TERMINATING
        : Leftovers.PRESENT;
  }

  @Override
  public void applyNamespace(Blueprint blueprint) {
    apply(
        new NamespaceBuilder()
            .withNewMetadata()
            .withName(blueprint.namespace())
            .withLabels(Labels.of(blueprint))
            .addToLabels(POD_SECURITY)
            .endMetadata()
            .build());
  }

  @Override
  public void applyGuardrails(Blueprint blueprint) {
    guardrails.of(blueprint).forEach(this::apply);
    // Until its controller has counted, a quota refuses everything.
    client
        .resourceQuotas()
        .inNamespace(blueprint.namespace())
        .withName(Guardrails.NAME)
        .waitUntilCondition(KubernetesStoreCluster::inForce, QUOTA_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void createSecrets(Blueprint blueprint) {
    blueprint.engine().secrets().forEach(template -> create(blueprint, template));
  }

  @Override
  public void removeLeftovers(StoreId id) {
    left(id).stream()
        .filter(object -> !object.isMarkedForDeletion())
        .forEach(object -> client.resource(object).withGracePeriod(1).delete());
  }

  private List<HasMetadata> left(StoreId id) {
    var claims = client.persistentVolumeClaims().inNamespace(id.namespace()).list().getItems();
    var pods = client.pods().inNamespace(id.namespace()).list().getItems();
    return Stream.<HasMetadata>concat(claims.stream(), pods.stream()).toList();
  }

  private void create(Blueprint blueprint, Engine.SecretTemplate template) {
    var found = client.secrets().inNamespace(blueprint.namespace()).withName(template.name()).get();
    if (found != null) {
      return;
    }
    var secret =
        new SecretBuilder()
            .withMetadata(Labels.metadata(blueprint, template.name()))
            .withType("Opaque")
            .withStringData(secrets.of(template, blueprint.places()))
            .build();
    try {
      client.resource(secret).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
    }
  }

  private void apply(HasMetadata object) {
    client.resource(object).fieldManager(Labels.FIELD_MANAGER).forceConflicts().serverSideApply();
  }

  private static boolean inForce(@Nullable ResourceQuota quota) {
    return quota != null
        && quota.getStatus() != null
        && quota.getStatus().getHard() != null
        && quota.getStatus().getHard().keySet().containsAll(quota.getSpec().getHard().keySet());
  }
}
