package dev.uruimi.api.stores;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What new stores are given.
 *
 * @param domain shops live at {@code store-<id>.<domain>}; pinned at creation
 * @param protocol {@code http} or {@code https}; pinned at creation
 * @param ingressPort port in links; null for the protocol's own
 * @param cell the cluster new stores go to
 * @param owner who owns what is created, until callers have an identity
 */
@Validated
@ConfigurationProperties("uruimi.store")
public record StoreProperties(
    @NotBlank String domain,
    @Pattern(regexp = "https?") String protocol,
    @Min(1) @Max(65535) @Nullable Integer ingressPort,
    @NotBlank String cell,
    @NotBlank String owner) {}
