/** What the cluster holds without a store, and stores that the cluster does not hold. */
@NullMarked
package dev.uruimi.api.orphans;

import org.jspecify.annotations.NullMarked;
