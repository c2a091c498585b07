package dev.uruimi.watcher.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim of a volume.
 *
 * @param nodeChosen whether its first consumer has a node, so that the volume can be made there
 * @param created when it was made
 */
public record VolumeClaim(
    String name, boolean bound, boolean nodeChosen, @Nullable Instant created) {}
