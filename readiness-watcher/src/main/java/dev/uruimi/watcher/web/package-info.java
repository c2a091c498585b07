/** What the watcher answers to the store API, on the loopback address only. */
@NullMarked
package dev.uruimi.watcher.web;

import org.jspecify.annotations.NullMarked;
