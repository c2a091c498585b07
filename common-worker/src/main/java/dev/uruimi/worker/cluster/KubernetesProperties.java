package dev.uruimi.worker.cluster;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way to the Kubernetes API ({@code uruimi.kubernetes.*}).
 *
 * @param namespace the platform's namespace, where the store records are
 * @param requestTimeout of one request; shorter than any claim
 * @param connectTimeout of one connection
 */
@ConfigurationProperties("uruimi.kubernetes")
public record KubernetesProperties(
    @DefaultValue("uruimi-system") String namespace,
    @DefaultValue("10s") Duration requestTimeout,
    @DefaultValue("5s") Duration connectTimeout) {}
