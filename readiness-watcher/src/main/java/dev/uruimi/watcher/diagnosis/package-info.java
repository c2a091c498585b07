/**
 * Why a store is as it is: pure functions from what was seen to what is wrong. No clock, no
 * Kubernetes client, no framework.
 */
@NullMarked
package dev.uruimi.watcher.diagnosis;

import org.jspecify.annotations.NullMarked;
