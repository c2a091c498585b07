/**
 * What the cluster shows of the stores: informers over their objects, reduced to facts the moment
 * they arrive.
 */
@NullMarked
package dev.uruimi.watcher.cluster;

import org.jspecify.annotations.NullMarked;
