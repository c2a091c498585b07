/** Stores over HTTP: create, list, look at, retry, delete. */
@NullMarked
package dev.uruimi.api.stores;

import org.jspecify.annotations.NullMarked;
