/** How the command speaks to a person: colours, tables, live progress, failures with advice. */
@NullMarked
package dev.uruimi.local.terminal;

import org.jspecify.annotations.NullMarked;
