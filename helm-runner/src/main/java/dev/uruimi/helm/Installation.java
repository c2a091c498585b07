package dev.uruimi.helm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be installed.
 *
 * @param chart folder of the chart
 * @param valuesFiles laid over the chart's defaults, the last one on top
 * @param values laid over the files; no secrets: Helm keeps them in its storage
 * @param description kept with the revision once it is deployed; see {@link
 *     ReleaseState.Present#description()}
 */
public record Installation(
    String namespace,
    String release,
    Path chart,
    List<Path> valuesFiles,
    Map<String, Object> values,
    String description) {}
