/** Asking the other services over HTTP, with limits of time and size. */
@NullMarked
package dev.uruimi.api.peers;

import org.jspecify.annotations.NullMarked;
