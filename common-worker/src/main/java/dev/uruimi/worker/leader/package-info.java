/** One replica of a service acts for the cell, the others are ready to: elected by a Lease. */
@NullMarked
package dev.uruimi.worker.leader;

import org.jspecify.annotations.NullMarked;
