/** The {@code login} command. */
@NullMarked
package dev.uruimi.local.login;

import org.jspecify.annotations.NullMarked;
