package dev.uruimi.api.deadletters;

import dev.uruimi.api.deadletters.DeadLetterHeaders.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dead letter as clients see it. */
@Schema(name = "DeadLetter")
record DeadLetterView(
    @Schema(example = "uruimi.store-events.store-api.dlt:0:12") String id,
    @Schema(description = "the service that could not read it") String service,
    @Schema(description = "when it was put aside") Instant at,
    @Nullable String storeId,
    @Schema(example = "dev.uruimi.store.ready.v1") @Nullable String eventType,
    @Schema(description = "why it could not be read") String error,
    @Schema(description = "where it stood; null where it does not tell")
        @Nullable SourceView source,
    @Schema(description = "what somebody did with it; null: nothing yet")
        @Nullable HandledView handled) {

  /** Where it stood. */
  @Schema(name = "DeadLetterSource")
  record SourceView(String topic, int partition, long offset) {
    static @Nullable SourceView of(@Nullable Source source) {
      return source == null
          ? null
          : new SourceView(source.topic(), source.partition(), source.offset());
    }
  }

  /** What was done with it. */
  @Schema(name = "DeadLetterHandled")
  record HandledView(
      Instant at,
      @Schema(allowableValues = {"redriven", "discarded"}) String how,
      @Nullable String note) {
    static @Nullable HandledView of(@Nullable Note note) {
      return note == null || !note.done()
          ? null
          : new HandledView(note.at(), note.how().label(), note.note());
    }
  }

  static DeadLetterView of(DeadLetter letter, @Nullable Note note) {
    var headers = letter.headers();
    return new DeadLetterView(
        letter.id().toString(),
        letter.id().service(),
        letter.at(),
        letter.storeId(),
        letter.eventType(),
        headers.error(),
        SourceView.of(headers.source()),
        HandledView.of(note));
  }
}
