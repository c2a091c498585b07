package dev.uruimi.api.deadletters;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dead letter with what is in it. Escape it: anything may be. */
@Schema(name = "DeadLetterDetail")
record DeadLetterDetail(
    String id,
    String service,
    Instant at,
    @Nullable String storeId,
    @Nullable String eventType,
    String error,
    DeadLetterView.@Nullable SourceView source,
    DeadLetterView.@Nullable HandledView handled,
    @Schema(description = "as text, each at most 4,096 characters") Map<String, String> headers,
    @Schema(description = "as UTF-8 text, at most 64 KiB of it; null where it has none")
        @Nullable String body,
    @Schema(description = "bytes of the whole body") int bodyBytes) {

  private static final int LONGEST_BODY = 64 << 10;

  static DeadLetterDetail of(DeadLetter letter, @Nullable Note note) {
    var view = DeadLetterView.of(letter, note);
    var body = letter.record().value();
    return new DeadLetterDetail(
        view.id(),
        view.service(),
        view.at(),
        view.storeId(),
        view.eventType(),
        view.error(),
        view.source(),
        view.handled(),
        letter.headers().shown(),
        body == null
            ? null
            : new String(body, 0, Math.min(body.length, LONGEST_BODY), StandardCharsets.UTF_8),
        body == null ? 0 : body.length);
  }
}
