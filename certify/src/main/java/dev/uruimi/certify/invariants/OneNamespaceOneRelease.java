package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.ClusterObject;
import dev.uruimi.certify.snapshot.Release;
import dev.uruimi.certify.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store has at most one namespace and one Helm release, both named after it. */
final class OneNamespaceOneRelease implements Invariant {

  @Override
  public String name() {
    return "no two namespaces or releases for one store";
  }

  @Override
  public boolean isForGood() {
    return true;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    return Stream.concat(namespaces(snapshot), releases(snapshot)).toList();
  }

  private Stream<Violation> namespaces(Snapshot snapshot) {
    return snapshot.objects().stream()
        .filter(object -> object.kind().equals("Namespace"))
        .collect(Collectors.groupingBy(ClusterObject::storeId))
        .entrySet()
        .stream()
        .filter(
            store ->
                store.getValue().size() > 1
                    || !store.getValue().getFirst().name().equals("store-" + store.getKey()))
        .map(
            store ->
                new Violation(
                    name(),
                    store.getKey(),
                    "has the namespaces "
                        + store.getValue().stream().map(ClusterObject::name).sorted().toList()));
  }

  private Stream<Violation> releases(Snapshot snapshot) {
    return snapshot.releases().stream()
        .filter(release -> isOfStore(release) && !release.name().equals(release.namespace()))
        .map(
            release ->
                new Violation(
                    name(),
                    release.namespace(),
                    "holds a release of another name: " + release.name()));
  }

  private static boolean isOfStore(Release release) {
    return release.namespace().startsWith("store-") || release.name().startsWith("store-");
  }
}
