/** Which Kubernetes an installation uses, and how a cluster of somebody else's is used. */
@NullMarked
package dev.uruimi.local.clusterchoice;

import org.jspecify.annotations.NullMarked;
