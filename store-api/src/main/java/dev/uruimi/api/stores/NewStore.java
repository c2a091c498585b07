package dev.uruimi.api.stores;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a store.
 *
 * @param name see {@link StoreName}
 * @param engine name of an engine of the catalogue
 * @param plan name of a plan of that engine
 * @param values values of the engine's chart that it lets stores choose
 * @param owner see {@link StoreOwner}; null: whom this service's settings name
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
        Map<String, Object> values,
    @Schema(
            minLength = 1,
            maxLength = 63,
            pattern = "^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$",
            description = "whom it belongs to; unless named, whom the service's settings name")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String owner) {

  static final String DEFAULT_PLAN = "small";
}
