package dev.uruimi.api.deadletters;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "dead letters")
class DeadLetterController {

  private static final int LARGEST_PAGE = 200;

  private final DeadLetterTopics topics;
  private final DeadLetterReader reader;
  private final DeadLetterNotes notes;
  private final Handling handling;
  private final AttentionGiven attention;

  DeadLetterController(
      DeadLetterTopics topics,
      DeadLetterReader reader,
      DeadLetterNotes notes,
      Handling handling,
      AttentionGiven attention) {
    this.topics = topics;
    this.reader = reader;
    this.notes = notes;
    this.handling = handling;
    this.attention = attention;
  }

  /** The latest dead letters. */
  @Schema(name = "DeadLetters")
  record Page(
      @Schema(description = "the newest first") List<DeadLetterView> deadLetters,
      @Schema(description = "how many lie there, handled ones included") long total,
      @Schema(description = "false: older ones could not be read in time") boolean complete) {}

  @GetMapping
  @Operation(
      operationId = "listDeadLetters",
      summary = "What services could not read, the newest first")
  Page list(
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
          @RequestParam(defaultValue = "100")
          int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw ProblemException.of(
          List.of(FieldError.of("limit", "must be from 1 to " + LARGEST_PAGE)));
    }
    var ranges = topics.ranges();
    var latest = reader.latest(ranges, limit);
    var known = notes.find(latest.deadLetters());
    return new Page(
        latest.deadLetters().stream()
            .map(letter -> DeadLetterView.of(letter, known.get(letter.id())))
            .toList(),
        ranges.stream().mapToLong(DeadLetterTopics.Range::size).sum(),
        latest.complete());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getDeadLetter", summary = "A dead letter with what is in it")
  DeadLetterDetail get(@PathVariable String id) {
    var letter = find(id);
    return DeadLetterDetail.of(letter, notes.find(letter).orElse(null));
  }

  @PostMapping(path = "/{id}/redrive", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redriveDeadLetter",
      summary = "Send it to the log again, unchanged; a note is welcome",
      description = "Idempotency-Key is not needed: a second redrive is refused with 409.")
  DeadLetterView redrive(
      @PathVariable String id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = HandlingNote.class)))
          @RequestBody(required = false)
          byte @Nullable [] body) {
    var note = body == null || body.length == 0 ? null : HandlingNote.read(body).note();
    var letter = find(id);
    handling.redrive(letter, note);
    attention.to(letter);
    return DeadLetterView.of(letter, notes.find(letter).orElse(null));
  }

  @PostMapping(path = "/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Put it away; it stays in its topic and counts no more",
      description = "Idempotency-Key is not needed: a second discard is refused with 409.")
  DeadLetterView discard(
      @PathVariable String id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = HandlingNote.class)))
          @RequestBody
          byte[] body) {
    var note = HandlingNote.read(body).note();
    var letter = find(id);
    handling.discard(letter, note);
    attention.to(letter);
    return DeadLetterView.of(letter, notes.find(letter).orElse(null));
  }

  private DeadLetter find(String id) {
    return DeadLetterId.parse(id)
        .flatMap(reader::find)
        .orElseThrow(
            () ->
                new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "no-such-dead-letter",
                    "No such dead letter",
                    "Nothing lies there."));
  }
}
