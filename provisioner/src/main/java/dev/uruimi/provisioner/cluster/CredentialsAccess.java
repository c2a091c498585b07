package dev.uruimi.provisioner.cluster;

import dev.uruimi.provisioner.blueprint.Blueprint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** Lets store-api read the one Secret with the shop's admin credentials, and nothing else. */
final class CredentialsAccess {

  private static final String NAME = "uruimi-store-api";

  private final String serviceAccount;
  private final String platformNamespace;

  CredentialsAccess(String serviceAccount, String platformNamespace) {
    this.serviceAccount = serviceAccount;
    this.platformNamespace = platformNamespace;
  }

  List<HasMetadata> of(Blueprint blueprint) {
    var role =
        new RoleBuilder()
            .withMetadata(Labels.metadata(blueprint, NAME))
            .addNewRule()
            .withApiGroups("")
            .withResources("secrets")
            .withResourceNames(blueprint.engine().credentials().secret())
            .withVerbs("get")
            .endRule()
            .build();
    var binding =
        new RoleBindingBuilder()
            .withMetadata(Labels.metadata(blueprint, NAME))
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
            .addNewSubject()
            .withKind("ServiceAccount")
            .withName(serviceAccount)
            .withNamespace(platformNamespace)
            .endSubject()
            .build();
    return List.of(role, binding);
  }
}
