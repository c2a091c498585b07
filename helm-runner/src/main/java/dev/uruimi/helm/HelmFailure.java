package dev.uruimi.helm;

/** What kind of failure a call ended with. */
public enum HelmFailure {
  /** The chart cannot be rendered or its values are not valid; a repeat won't help. */
  CHART_INVALID,
  /** The namespace's quota is used up. */
  QUOTA_EXCEEDED,
  /** The cluster does not admit an object of the chart. */
  REFUSED,
  /** The cluster does not answer or is overloaded; passing. */
  UNREACHABLE,
  /** The call did not end in time and was killed; passing. */
  TIMED_OUT,
  /** The worker ended in the middle of the call; passing. */
  WORKER_LOST,
  /** Release or namespace were not as the call needs them; look again. */
  STATE_CHANGED,
  /** Anything else. */
  OTHER;

  /** Whether the same call may work a little later, without anybody doing anything. */
  public boolean passing() {
    return switch (this) {
      case UNREACHABLE, TIMED_OUT, WORKER_LOST, STATE_CHANGED -> true;
      case CHART_INVALID, QUOTA_EXCEEDED, REFUSED, OTHER -> false;
    };
  }
}
