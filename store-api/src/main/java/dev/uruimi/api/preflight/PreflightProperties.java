package dev.uruimi.api.preflight;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param enabled whether the provisioner is asked at all
 * @param timeout how long it may take to answer; a store is accepted without
 * @param pause how long it is not asked again after it did not answer
 */
@Validated
@ConfigurationProperties("uruimi.preflight")
record PreflightProperties(boolean enabled, @NotNull Duration timeout, @NotNull Duration pause) {}
