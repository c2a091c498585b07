package dev.uruimi.api.webhooks;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param keyFile holds the key of the secrets; empty: no webhooks here
 * @param allowedAddresses that may be told though they are not public, and over http, too
 * @param allowHttp whether public addresses may be told over http
 * @param most webhooks there may be
 * @param retries pauses before the attempts after the first; then it is given up
 * @param keep how long deliveries are kept, and how old an event may be that is told
 * @param poll how often is looked for what is due
 * @param connectTimeout of one address of a recipient
 * @param timeout of an attempt as a whole
 */
@Validated
@ConfigurationProperties("uruimi.webhooks")
record WebhookProperties(
    String keyFile,
    List<AddressBlock> allowedAddresses,
    boolean allowHttp,
    @Min(1) int most,
    @NotEmpty List<Duration> retries,
    Duration keep,
    Duration poll,
    Duration connectTimeout,
    Duration timeout) {}
