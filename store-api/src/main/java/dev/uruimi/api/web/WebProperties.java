package dev.uruimi.api.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param allowedHosts host names this service answers to besides localhost, without port
 * @param maxBody largest request body
 */
@ConfigurationProperties("uruimi.web")
record WebProperties(List<String> allowedHosts, DataSize maxBody) {}
