/**
 * Campaigns of injected faults against a whole installation: what is done to it, what must hold
 * afterwards, and the report.
 */
@NullMarked
package dev.uruimi.certify;

import org.jspecify.annotations.NullMarked;
