package dev.uruimi.watcher.diagnosis;

import java.time.Duration;

/**
 * How long things may be wrong before they are said.
 *
 * @param imagePull an image that could not be pulled for a reason that may pass
 * @param crash the first crashes of a container
 * @param crashAgain a container that crashed three times and more
 * @param volume a claim that is not bound
 * @param scheduling a pod that no node takes
 * @param creation a refusal to make a pod that may pass
 * @param stuck a container that cannot be created
 * @param missing a namespace or a release that is not there
 * @param podsStarting pods of a revision that was never ready
 * @param podsRunning pods of a revision that was ready
 * @param shopStarting a shop that does not answer though its pods are ready
 * @param probeFailures how many probes of a running shop may fail in a row before it counts
 */
public record Graces(
    Duration imagePull,
    Duration crash,
    Duration crashAgain,
    Duration volume,
    Duration scheduling,
    Duration creation,
    Duration stuck,
    Duration missing,
    Duration podsStarting,
    Duration podsRunning,
    Duration shopStarting,
    int probeFailures) {}
