package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import java.util.List;

/**
 * Which stores the cluster has anything of.
 *
 * @param records ids of all records but those of stores verified gone
 * @param namespaces ids of all namespaces with Uruimi's labels, those that are going included
 */
record Presence(List<StoreId> records, List<StoreId> namespaces) {}
