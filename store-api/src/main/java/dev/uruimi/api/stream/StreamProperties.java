package dev.uruimi.api.stream;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param heartbeat how often a silent stream says that it lives
 * @param poll how often the table is asked for what other replicas wrote
 * @param maxStreams most open streams of one replica
 */
@Validated
@ConfigurationProperties("uruimi.stream")
record StreamProperties(Duration heartbeat, Duration poll, @Positive int maxStreams) {}
