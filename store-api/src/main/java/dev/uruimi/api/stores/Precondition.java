package dev.uruimi.api.stores;

import dev.uruimi.api.web.EntityTags;
import dev.uruimi.api.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What must hold of a store for a command to be carried out.
 *
 * @param ifMatch its tag is one of these; null: whatever it is
 */
record Precondition(@Nullable EntityTags ifMatch) {

  /** Nothing need hold. */
  static final Precondition NONE = new Precondition(null);

  /** That of an If-Match header. */
  static Precondition ifMatch(@Nullable String header) {
    return header == null ? NONE : new Precondition(EntityTags.parse(HttpHeaders.IF_MATCH, header));
  }

  /** The tag of a store. */
  static String tag(long version) {
    return EntityTags.strong(Long.toString(version));
  }

  /**
   * @throws ProblemException 412 when it does not hold of a store of this version
   */
  void check(long version) {
    if (ifMatch != null && !ifMatch.holdStrong(tag(version))) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_FAILED,
          "changed-meanwhile",
          "Changed meanwhile",
          "The store is no longer as If-Match knows it; nothing was done. Its ETag is %s now: get it, look at it, and ask again with that."
              .formatted(tag(version)));
    }
  }
}
