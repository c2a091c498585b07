package dev.uruimi.watcher.diagnosis;

import java.time.Instant;

/**
 * A Warning event of Kubernetes.
 *
 * @param kind of the object it is about
 * @param name of the object it is about
 */
public record Warning(
    String kind, String name, String reason, String message, Instant first, Instant last) {}
