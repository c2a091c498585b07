package dev.uruimi.certify.snapshot;

/**
 * An object in the cluster that belongs to a store.
 *
 * @param kind as Kubernetes writes it
 * @param namespace empty for what lies in none
 * @param uid tells it from another of the same name
 * @param storeId of its label, or of its name where it has none
 */
public record ClusterObject(
    String kind, String namespace, String name, String uid, String storeId) {}
