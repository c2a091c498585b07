/** What workers that answer requests have in common. */
@NullMarked
package dev.uruimi.worker.web;

import org.jspecify.annotations.NullMarked;
