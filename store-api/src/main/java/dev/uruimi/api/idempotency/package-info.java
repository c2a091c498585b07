/** The same request with the same key does its work once. */
@NullMarked
package dev.uruimi.api.idempotency;

import org.jspecify.annotations.NullMarked;
