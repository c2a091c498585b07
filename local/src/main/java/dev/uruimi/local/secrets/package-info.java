/** What this installation keeps to itself: made once, readable by its owner only. */
@NullMarked
package dev.uruimi.local.secrets;

import org.jspecify.annotations.NullMarked;
