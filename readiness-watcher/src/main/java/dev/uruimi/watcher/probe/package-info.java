/** Asking a shop, through the ingress and under its own host name, whether a customer can buy. */
@NullMarked
package dev.uruimi.watcher.probe;

import org.jspecify.annotations.NullMarked;
