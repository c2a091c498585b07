package dev.uruimi.api.lifecycle;

/** Why a command is not carried out. */
public sealed interface Refusal {

  /** The id was given before. */
  record AlreadyRequested() implements Refusal {}

  /** There never was such a store. */
  record NeverRequested() implements Refusal {}

  /** The store's status leaves nothing to retry. */
  record NothingToRetry(Status status) implements Refusal {}

  /** The store is on its way: its plan can be changed when it is there or has failed. */
  record NotResizable(Status status) implements Refusal {}

  /** The store is going or gone: nothing is asked of it any more. */
  record NotWanted(Status status) implements Refusal {}
}
