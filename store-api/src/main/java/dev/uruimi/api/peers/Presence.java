package dev.uruimi.api.peers;

import java.util.List;

/**
 * Which stores the cluster has anything of.
 *
 * @param records ids with a record
 * @param namespaces ids with a namespace
 */
public record Presence(List<String> records, List<String> namespaces) {

  /** Whether it has anything of a store. */
  public boolean knows(String id) {
    return records.contains(id) || namespaces.contains(id);
  }
}
