package dev.uruimi.api.idempotency;

import dev.uruimi.access.Sha256;
import dev.uruimi.api.web.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does the work of a key once. The answer is kept in the transaction of the work, so that there is
 * never one without the other; a request that is refused leaves no trace and may be sent again.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP header field</a>
 */
@Component
public class Idempotency {

  private final Answers answers;
  private final Clock clock;
  private final IdempotencyProperties properties;

  Idempotency(Answers answers, Clock clock, IdempotencyProperties properties) {
    this.answers = answers;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * The answer of the work, or the one given before.
   *
   * @param scope null when the caller gave no key
   * @param body what the request asks, in a form that is the same for the same request
   * @throws ProblemException 422 when the key was used with another body, 409 while the first
   *     request is in flight
   */
  @Transactional
  public Answer once(@Nullable KeyScope scope, String body, Supplier<Answer> work) {
    if (scope == null) {
      return work.get();
    }
    if (!answers.hold(scope)) {
      throw ProblemException.conflict(
          "request-in-flight",
          "Still in flight",
          "The first request with this Idempotency-Key has no answer yet.");
    }
    var now = clock.instant();
    var hash = Sha256.hex(body);
    var earlier = answers.find(scope, now.minus(properties.keep()));
    return earlier.map(kept -> again(kept, hash)).orElseGet(() -> keep(scope, hash, work.get()));
  }

  /**
   * The answer given before, if there is one.
   *
   * @throws ProblemException 422 when the key was used with another body
   */
  public Optional<Answer> answered(@Nullable KeyScope scope, String body) {
    if (scope == null) {
      return Optional.empty();
    }
    return answers
        .find(scope, clock.instant().minus(properties.keep()))
        .map(kept -> again(kept, Sha256.hex(body)));
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    answers.forgetBefore(clock.instant().minus(properties.keep()));
  }

  private Answer keep(KeyScope scope, String hash, Answer answer) {
    var kept =
        new Answers.Kept(hash, answer.status(), answer.location(), answer.tag(), answer.body());
    answers.keep(scope, kept, clock.instant());
    return answer;
  }

  private static Answer again(Answers.Kept kept, String hash) {
    if (!kept.bodyHash().equals(hash)) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency-key-reused",
          "Idempotency-Key used for another request",
          "This Idempotency-Key was used with another body; take a new one.");
    }
    return kept.answer();
  }
}
