/** An installation of its own to be hurt by campaigns. */
@NullMarked
package dev.uruimi.local.certify;

import org.jspecify.annotations.NullMarked;
