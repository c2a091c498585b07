/** The four services as child processes. */
@NullMarked
package dev.uruimi.local.services;

import org.jspecify.annotations.NullMarked;
