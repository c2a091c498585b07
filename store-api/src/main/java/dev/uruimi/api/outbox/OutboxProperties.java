package dev.uruimi.api.outbox;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param poll how often the relay looks without being called
 * @param lease how long the one relay keeps its lease without renewing it
 * @param backoff how long it waits after the broker refused
 * @param batch most events of one round
 */
@Validated
@ConfigurationProperties("uruimi.outbox")
record OutboxProperties(Duration poll, Duration lease, Duration backoff, @Positive int batch) {}
