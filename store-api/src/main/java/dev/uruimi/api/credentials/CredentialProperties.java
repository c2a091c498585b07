package dev.uruimi.api.credentials;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param timeout how long the cluster may take to answer
 */
@ConfigurationProperties("uruimi.credentials")
record CredentialProperties(Duration timeout) {}
