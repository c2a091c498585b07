/** The store-api service. */
@NullMarked
package dev.uruimi.api;

import org.jspecify.annotations.NullMarked;
