/** Asking the broker beside the bindings: as an administrator, and for single records. */
@NullMarked
package dev.uruimi.api.broker;

import org.jspecify.annotations.NullMarked;
