package dev.uruimi.api.peers;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the other services are.
 *
 * @param watcher base of the readiness-watcher, without a slash at the end
 * @param provisioner base of the provisioner
 * @param cleanup base of cleanup
 * @param timeout how long the watcher may take to tell of a store
 * @param maxAnswer largest answer that is read
 * @param tokenFile file with the token that the services show each other
 */
@Validated
@ConfigurationProperties("uruimi.peers")
public record PeerProperties(
    @NotNull URI watcher,
    @NotNull URI provisioner,
    @NotNull URI cleanup,
    @NotNull Duration timeout,
    @NotNull DataSize maxAnswer,
    @NotNull String tokenFile) {}
