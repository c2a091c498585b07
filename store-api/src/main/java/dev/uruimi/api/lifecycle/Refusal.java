package dev.uruimi.api.lifecycle;

/** Why a command is not carried out. */
public sealed interface Refusal {

  /** The id was given before. */
  record AlreadyRequested() implements Refusal {}

  /** There never was such a store. */
  record NeverRequested() implements Refusal {}

  /** The store's status leaves nothing to retry. */
  record NothingToRetry(Status status) implements Refusal {}

  /** The store is going or gone: what is missing in the cluster must stay missing. */
  record NotWanted(Status status) implements Refusal {}
}
