/** The platform for operators: what it is, how it is, what failed and how long things take. */
@NullMarked
package dev.uruimi.api.platform;

import org.jspecify.annotations.NullMarked;
