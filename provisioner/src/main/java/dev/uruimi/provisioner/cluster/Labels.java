package dev.uruimi.provisioner.cluster;

import dev.uruimi.events.StoreId;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** Names and labels of what the provisioner makes. */
final class Labels {

  static final String FIELD_MANAGER = "uruimi-provisioner";
  static final String PART_OF = "app.kubernetes.io/part-of";
  static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  static final String ENGINE = "uruimi.dev/engine";

  /** On pods that customers reach through the ingress. */
  static final Map<String, String> EXPOSED = Map.of("uruimi.dev/exposed", "true");

  private Labels() {}

  /** Metadata of an object in the store's namespace. */
  static ObjectMeta metadata(Blueprint blueprint, String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(blueprint.namespace())
        .withLabels(of(blueprint))
        .addToLabels(MANAGED_BY, FIELD_MANAGER)
        .build();
  }

  static Map<String, String> of(Blueprint blueprint) {
    return of(blueprint.id(), blueprint.engine().name());
  }

  private static Map<String, String> of(StoreId id, String engine) {
    return Map.of(StoreRecord.STORE_LABEL, id.value(), ENGINE, engine, PART_OF, "uruimi");
  }
}
