package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Command;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a change of a store: a JSON Merge Patch of it.
 *
 * @param name see {@link StoreName}; null: it stays
 * @param plan name of a plan of the store's engine; null: it stays
 */
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record StoreChange(
    @Schema(
            minLength = 1,
            maxLength = 60,
            example = "Bea's Tea",
            description = "no control characters, pictures (emoji) or angle brackets")
        @Nullable String name,
    @Schema(
            example = "medium",
            description =
                "of a store that is ready, degraded or failed: it is upgraded in place; one that runs can only grow")
        @Nullable String plan) {

  Command.Change command() {
    return new Command.Change(name, plan);
  }
}
