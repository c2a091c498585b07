package dev.uruimi.events;

/** What reading a record gave. */
public sealed interface ReadEvent {

  /** An event of a known type. */
  record Known(EventEnvelope envelope) implements ReadEvent {}

  /** A type this version does not know: to be skipped and counted. */
  record Unknown(String type) implements ReadEvent {}
}
