/** The {@code demo} command: from nothing to a customer's order. */
@NullMarked
package dev.uruimi.local.demo;

import org.jspecify.annotations.NullMarked;
