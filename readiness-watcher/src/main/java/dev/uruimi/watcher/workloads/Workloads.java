package dev.uruimi.watcher.workloads;

import dev.uruimi.watcher.probe.LastCheck;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store consists of at one moment. A store without a namespace has none of it.
 *
 * @param lastCheck what asking the shop gave the last time; null when this process has not asked
 * @param holding what the namespace still waits for, while it is being deleted; sentences of
 *     Kubernetes
 */
public record Workloads(
    Instant observedAt,
    List<PodState> pods,
    List<VolumeState> volumes,
    QuotaUse quota,
    @Nullable LastCheck lastCheck,
    List<String> holding) {}
