/** What will surely fail is known before it is accepted; what is not known is not said. */
@NullMarked
package dev.uruimi.provisioner.preflight;

import org.jspecify.annotations.NullMarked;
