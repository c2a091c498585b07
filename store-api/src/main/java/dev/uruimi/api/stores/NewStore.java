package dev.uruimi.api.stores;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * A wish for a store.
 *
 * @param name see {@link StoreName}
 * @param engine name of an engine of the catalogue
 * @param plan name of a plan of that engine
 * @param values values of the engine's chart that it lets stores choose
 */
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record NewStore(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            minLength = 1,
            maxLength = 60,
            example = "Ada's Tea",
            description = "no control characters, pictures (emoji) or angle brackets")
        String name,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "name of an engine, as GET /engines gives it")
        String engine,
    @Schema(defaultValue = "small", example = "small") String plan,
    @Schema(
            description =
                "values of the chart, of those that the engine's valuesSchema lets a store choose",
            example = "{\"store\": {\"currency\": \"EUR\"}}")
        Map<String, Object> values) {

  static final String DEFAULT_PLAN = "small";
}
