/** Claims, the loop of observing, deciding and acting, and what is said and written down. */
@NullMarked
package dev.uruimi.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
