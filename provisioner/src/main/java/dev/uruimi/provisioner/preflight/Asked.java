package dev.uruimi.provisioner.preflight;

import java.util.Map;

/**
 * A store that somebody wants.
 *
 * @param engineVersion of the engine's chart
 * @param values what the store chooses for itself
 * @param name what people call it
 */
public record Asked(
    String engine, String engineVersion, String plan, Map<String, Object> values, String name) {}
