/** A shop's admin credentials, read at the moment they are asked for. */
@NullMarked
package dev.uruimi.api.credentials;

import org.jspecify.annotations.NullMarked;
