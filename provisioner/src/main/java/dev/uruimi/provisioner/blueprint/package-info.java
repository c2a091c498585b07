/** A store's request together with its engine and plan. */
@NullMarked
package dev.uruimi.provisioner.blueprint;

import org.jspecify.annotations.NullMarked;
