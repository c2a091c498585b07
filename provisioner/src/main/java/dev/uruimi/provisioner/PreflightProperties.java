package dev.uruimi.provisioner;

import dev.uruimi.provisioner.preflight.CapacityPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the preflight ({@code uruimi.provisioner.preflight.*}).
 *
 * @param capacity whether a store that fits on no node of today is refused
 * @param limit after which nothing more is said
 */
@ConfigurationProperties("uruimi.provisioner.preflight")
record PreflightProperties(
    @DefaultValue("refuse") CapacityPolicy capacity, @DefaultValue("1800ms") Duration limit) {}
