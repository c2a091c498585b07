package dev.uruimi.api.engines;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory where the engines' files are, relative to the working directory
 */
@ConfigurationProperties("uruimi.engines")
record EngineProperties(Path directory) {}
