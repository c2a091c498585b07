/**
 * Engines (kinds of shop) as data, and the runner of the HTTP scenarios that prove that a shop can
 * sell.
 */
@NullMarked
package dev.uruimi.engines;

import org.jspecify.annotations.NullMarked;
