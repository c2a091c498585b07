/** Following stores live by server-sent events. */
@NullMarked
package dev.uruimi.api.stream;

import org.jspecify.annotations.NullMarked;
