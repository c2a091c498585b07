package dev.uruimi.provisioner.decide;

import dev.uruimi.events.Reason;
import dev.uruimi.events.Step;
import java.time.Duration;

/** The next thing to do for a store. */
public sealed interface Act {

  /** Nothing is left to do. */
  record Settle() implements Act {}

  /** Something has to pass first; look again after this time. */
  record Wait(Duration again) implements Act {}

  /** Take up an attempt: its progress starts from nothing. */
  record Begin(int attempt) implements Act {}

  /** The namespace went away under way: take all steps of this attempt again. */
  record RetakeSteps() implements Act {}

  /** Put a step in place, say so, write it down. Never the chart. */
  record TakeStep(Step step) implements Act {}

  /** Remove a release that never worked. */
  record Uninstall() implements Act {}

  /** Remove volume claims and pods of a release that never worked. */
  record RemoveLeftovers() implements Act {}

  /** Forget an unfinished revision of a release whose data must be kept. */
  record Abandon(int revision) implements Act {}

  /** Install the chart. */
  record Install() implements Act {}

  /** Bring the release to this attempt's chart and values. */
  record Upgrade() implements Act {}

  /** Say that the chart is in place, write it down. */
  record SayChart() implements Act {}

  /** Say that the release is deployed, write it down. */
  record SayInstalled(int revision) implements Act {}

  /** Say that this attempt is not getting there, write it down. */
  record GiveUp(Reason reason) implements Act {}
}
