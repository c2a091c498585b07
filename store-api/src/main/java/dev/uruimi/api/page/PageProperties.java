package dev.uruimi.api.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * @param location directory of the built dashboard, {@code index.html} in it, with a slash at the
 *     end
 */
@ConfigurationProperties("uruimi.page")
record PageProperties(Resource location) {}
