package dev.uruimi.api.platform;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param simulated whether the cluster only pretends to run pods
 * @param ingressAddress {@code host:port} of the shops' way in; empty: there is none to look at
 */
@Validated
@ConfigurationProperties("uruimi.platform")
record PlatformProperties(
    boolean simulated, @Pattern(regexp = "|.+:\\d{1,5}") String ingressAddress) {}
