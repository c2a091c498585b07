package dev.uruimi.cleanup;

import dev.uruimi.helm.HelmKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What runs Helm ({@code uruimi.helm.*}).
 *
 * @param runner {@code auto}: {@code native} (helm-java) where it has a library for this machine,
 *     else {@code cli}
 * @param program the Helm command for {@code cli}, a path or a name on the {@code PATH}
 */
@ConfigurationProperties("uruimi.helm")
record HelmProperties(
    @DefaultValue("auto") HelmKind runner, @DefaultValue("helm") String program) {}
