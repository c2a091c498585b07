package dev.uruimi.api.login;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param tokenFile file with the token of this installation; there is no way without one
 * @param linkLife how long a link may wait to be opened
 * @param idle how long a browser stays logged in that asks for nothing
 * @param longest how long it stays logged in at most
 */
@Validated
@ConfigurationProperties("uruimi.log-in")
record LogInProperties(
    @NotNull String tokenFile,
    @NotNull Duration linkLife,
    @NotNull Duration idle,
    @NotNull Duration longest) {}
