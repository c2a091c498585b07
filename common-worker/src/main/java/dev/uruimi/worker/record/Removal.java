package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uruimi.events.Receipt;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a clean-up.
 *
 * @param attempt of the delete request that was taken up
 * @param inventory what was there before anything was removed, counted by kind; null until written
 * @param cause code of the last delete failure that was said, or null
 * @param receipt once StoreDeleted has been said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Removal(
    int attempt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
    @Nullable Map<String, Integer> inventory,
    @Nullable String cause,
    @Nullable Receipt receipt) {}
