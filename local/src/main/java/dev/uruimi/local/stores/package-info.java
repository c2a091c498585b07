/** The {@code store} commands and the client of store-api they use. */
@NullMarked
package dev.uruimi.local.stores;

import org.jspecify.annotations.NullMarked;
