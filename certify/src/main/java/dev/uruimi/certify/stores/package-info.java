/** Requests to the store API, and the memory of those it accepted. */
@NullMarked
package dev.uruimi.certify.stores;

import org.jspecify.annotations.NullMarked;
