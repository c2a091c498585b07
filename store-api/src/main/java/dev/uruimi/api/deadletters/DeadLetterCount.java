package dev.uruimi.api.deadletters;

import org.springframework.stereotype.Component;

/** Counts dead letters. */
@Component
public class DeadLetterCount {

  private final DeadLetterTopics topics;
  private final DeadLetterNotes notes;

  DeadLetterCount(DeadLetterTopics topics, DeadLetterNotes notes) {
    this.topics = topics;
    this.notes = notes;
  }

  /**
   * How many nobody has dealt with.
   *
   * @throws RuntimeException when broker or database do not answer
   */
  public long unhandled() {
    return topics.ranges().stream()
        .mapToLong(range -> Math.max(0, range.size() - notes.handled(range)))
        .sum();
  }
}
