/** The thirty kinds of fault, each with how it is injected and undone. */
@NullMarked
package dev.uruimi.certify.faults;

import org.jspecify.annotations.NullMarked;
