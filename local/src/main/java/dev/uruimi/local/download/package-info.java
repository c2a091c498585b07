/** Official binaries, downloaded from their publishers and verified. */
@NullMarked
package dev.uruimi.local.download;

import org.jspecify.annotations.NullMarked;
