package dev.uruimi.api.stores;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A wish for a store.
 *
 * @param name see {@link StoreName}
 * @param engine name of an engine of the catalogue
 * @param plan name of a plan of that engine
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
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "medusa") String engine,
    @Schema(defaultValue = "small", example = "small") String plan) {

  static final String DEFAULT_PLAN = "small";
}
