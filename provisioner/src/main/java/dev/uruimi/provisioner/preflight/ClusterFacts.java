package dev.uruimi.provisioner.preflight;

import java.util.List;
import java.util.Set;

/**
 * What the cluster has, as it was a moment ago.
 *
 * @param freeClasses storage classes of volumes that wait for a claim; empty text: none named
 */
record ClusterFacts(
    List<Room> rooms,
    Set<String> storageClasses,
    boolean hasDefaultStorageClass,
    Set<String> freeClasses,
    Set<String> ingressClasses) {}
