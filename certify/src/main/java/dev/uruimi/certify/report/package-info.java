/** What a campaign found, added up over all runs. */
@NullMarked
package dev.uruimi.certify.report;

import org.jspecify.annotations.NullMarked;
