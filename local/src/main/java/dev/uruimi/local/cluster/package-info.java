/** The embedded Kubernetes: real control plane, kubelet and containerd as child processes. */
@NullMarked
package dev.uruimi.local.cluster;

import org.jspecify.annotations.NullMarked;
