package dev.uruimi.worker.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who this worker is ({@code uruimi.*}).
 *
 * @param service its name: consumer group, source of its events, part of its dead-letter topic
 */
@ConfigurationProperties("uruimi")
public record StreamProperties(String service) {}
