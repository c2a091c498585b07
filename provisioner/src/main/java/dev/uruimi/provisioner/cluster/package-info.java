/** What the provisioner itself puts into a store's namespace. */
@NullMarked
package dev.uruimi.provisioner.cluster;

import org.jspecify.annotations.NullMarked;
