/** The way from the services to the API server, as a place for faults. */
@NullMarked
package dev.uruimi.local.proxy;

import org.jspecify.annotations.NullMarked;
