/** Commands for operators: replays, dead letters, evidence, orphans, the projection, the log. */
@NullMarked
package dev.uruimi.local.operations;

import org.jspecify.annotations.NullMarked;
