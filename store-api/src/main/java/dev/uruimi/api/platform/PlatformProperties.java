package dev.uruimi.api.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param simulated whether the cluster only pretends to run pods
 * @param ingressAddress {@code host:port} of the shops' way in; empty: there is none to look at
 */
@ConfigurationProperties("uruimi.platform")
record PlatformProperties(boolean simulated, String ingressAddress) {}
