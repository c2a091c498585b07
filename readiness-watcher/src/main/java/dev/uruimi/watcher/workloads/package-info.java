/** What a store consists of now, for people to see: read when asked for, in bounded time. */
@NullMarked
package dev.uruimi.watcher.workloads;

import org.jspecify.annotations.NullMarked;
