/** One real Postgres server as a child process. */
@NullMarked
package dev.uruimi.local.postgres;

import org.jspecify.annotations.NullMarked;
