/**
 * What the three workers share: the store record, the reconcile loop and the way events come in and
 * go out.
 */
@NullMarked
package dev.uruimi.worker;

import org.jspecify.annotations.NullMarked;
