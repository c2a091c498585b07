package dev.uruimi.api.webhooks;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a webhook.
 *
 * @param description for people, null for none
 */
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record NewWebhook(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = Recipients.LONGEST,
            example = "https://example.com/hooks/uruimi",
            description = "where to POST to: https, of a host with public addresses only")
        String url,
    @ArraySchema(
            minItems = 1,
            uniqueItems = true,
            arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
            schema = @Schema(allowableValues = {"ready", "failed", "degraded", "deleted"}))
        List<String> events,
    @Schema(maxLength = LONGEST_DESCRIPTION, description = "for people")
        @Nullable String description) {

  static final int LONGEST_DESCRIPTION = 200;
}
