package dev.uruimi.local.proxy;

/** What is wrong with the way to the API server. Asked by many threads at once. */
interface Fault {

  /** What becomes of a request; may take its time. */
  Outcome meet(RequestHead request) throws InterruptedException;

  /** Lets go of all that {@link #meet} keeps waiting; idempotent. */
  default void end() {}

  /** What becomes of a request. */
  sealed interface Outcome {

    /** The API server gets it. */
    record Passed() implements Outcome {}

    /** It is answered here. */
    record Answered(int status) implements Outcome {}

    /** It is never answered, until the fault ends. */
    record Silence() implements Outcome {}
  }
}
