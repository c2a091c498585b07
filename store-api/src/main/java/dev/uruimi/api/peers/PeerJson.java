package dev.uruimi.api.peers;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers of other services into records. */
final class PeerJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PeerJson() {}

  /**
   * The record of an answer. Fields that are not known here are left out.
   *
   * @throws PeerAwayException when it is no 200 with the whole record
   */
  static <T> T read(Peers.Answer answer, Class<T> type) {
    if (answer.status() != 200) {
      throw new PeerAwayException("It answers with status %d.".formatted(answer.status()));
    }
    try {
      var value = JSON.readValue(answer.body(), type);
      if (value == null) {
        throw new PeerAwayException("Its answer is empty.");
      }
      WholeRecords.check(value);
      return value;
    } catch (JacksonException e) {
      throw new PeerAwayException("Its answer cannot be read.", e);
    }
  }
}
