/** StoreRequested to StoreInstalled: namespace, guardrails, secrets and Helm release of a store. */
@NullMarked
package dev.uruimi.provisioner;

import org.jspecify.annotations.NullMarked;
