package dev.uruimi.engines;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of an engine's file, before it is checked. */
record EngineForm(
    @Nullable String name,
    @Nullable String title,
    @Nullable String description,
    @JsonProperty("default") @Nullable Boolean preferred,
    @Nullable String chart,
    @Nullable String valuesFile,
    @Nullable Map<String, Object> values,
    @Nullable List<@Nullable String> choices,
    @Nullable Map<String, Engine.@Nullable Plan> plans,
    @Nullable List<Engine.@Nullable SecretTemplate> secrets,
    @Nullable List<Engine.@Nullable Endpoint> endpoints,
    Engine.@Nullable Credentials credentials,
    @Nullable String deadline,
    Engine.@Nullable Readiness readiness,
    @Nullable List<@Nullable ScenarioStep> sale,
    Engine.@Nullable Order order) {}
