package dev.uruimi.engines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code hard} of a ResourceQuota, as of
 * https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
final class Quota {

  private static final Set<String> AMOUNTS =
      Set.of(
          "cpu",
          "memory",
          "ephemeral-storage",
          "requests.cpu",
          "requests.memory",
          "requests.ephemeral-storage",
          "requests.storage",
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage");
  private static final Set<String> COUNTS =
      Set.of(
          "pods",
          "services",
          "services.loadbalancers",
          "services.nodeports",
          "persistentvolumeclaims",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "configmaps");

  /** Objects of any kind, extended resources, and storage by class. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(count/[a-z0-9.-]+|requests\\.[a-z0-9.-]+/[A-Za-z0-9._-]+"
              + "|[a-z0-9.-]+\\.storageclass\\.storage\\.k8s\\.io/(requests\\.storage|persistentvolumeclaims))");

  private static final Set<String> MEASURED = Set.of("cpu", "memory", "ephemeral-storage");

  private Quota() {}

  /**
   * The quota, if Kubernetes could take it and a shop could live with it.
   *
   * @throws BadFieldException naming the entry
   */
  static Map<String, String> checked(Field field, Map<String, @Nullable String> quota) {
    var amounts = new LinkedHashMap<String, Quantity>();
    var texts = new LinkedHashMap<String, String>();
    quota.forEach(
        (resource, text) -> {
          var entry = field.to(resource);
          amounts.put(resource, amount(entry, resource, entry.need(text)));
          texts.put(resource, text);
        });
    var pods = amounts.get("pods");
    if (pods != null && pods.whole() == 0) {
      throw field.to("pods").bad("lets nothing run");
    }
    for (var resource : MEASURED) {
      var limit = amounts.get("limits." + resource);
      var request = amounts.get("requests." + resource);
      if (limit != null && request != null && request.compareTo(limit) > 0) {
        throw field.to("requests." + resource).bad("is more than limits." + resource);
      }
    }
    return texts;
  }

  private static Quantity amount(Field entry, String resource, String text) {
    if (!AMOUNTS.contains(resource)
        && !COUNTS.contains(resource)
        && !OTHERS.matcher(resource).matches()) {
      throw entry.bad("is nothing that a ResourceQuota limits");
    }
    try {
      var amount = Quantity.of(text);
      if (!AMOUNTS.contains(resource) && !resource.endsWith("storage") && !amount.isWhole()) {
        throw entry.bad("must be a whole number, not " + text);
      }
      return amount;
    } catch (IllegalArgumentException e) {
      throw new BadFieldException(entry, String.valueOf(e.getMessage()), e);
    }
  }
}
