/** Leases in Postgres: at most one holder at a time. */
@NullMarked
package dev.uruimi.api.leases;

import org.jspecify.annotations.NullMarked;
