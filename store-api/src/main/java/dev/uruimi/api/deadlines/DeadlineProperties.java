package dev.uruimi.api.deadlines;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param interval how often stores are looked at
 * @param fallback the deadline of stores whose engine is not known here any more
 */
@ConfigurationProperties("uruimi.deadlines")
record DeadlineProperties(Duration interval, Duration fallback) {}
