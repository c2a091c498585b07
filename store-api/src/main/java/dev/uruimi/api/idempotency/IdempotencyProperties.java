package dev.uruimi.api.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keep how long an answer is kept for its key
 */
@ConfigurationProperties("uruimi.idempotency")
record IdempotencyProperties(Duration keep) {}
