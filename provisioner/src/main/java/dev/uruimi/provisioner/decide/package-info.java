/** What to do next for a store: pure functions of what was asked for and what was observed. */
@NullMarked
package dev.uruimi.provisioner.decide;

import org.jspecify.annotations.NullMarked;
