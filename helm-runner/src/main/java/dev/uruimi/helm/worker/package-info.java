/** The worker process: the only code that touches helm-java. */
@NullMarked
package dev.uruimi.helm.worker;

import org.jspecify.annotations.NullMarked;
