package dev.uruimi.local.doctor;

/**
 * Something that was looked at.
 *
 * @param name what
 * @param state how it is
 * @param why what it is needed for
 * @param advice what to do; empty when nothing
 */
public record Check(String name, State state, String why, String advice) {

  /** How it is. */
  public enum State {
    /** It is here. */
    OK,
    /** It is not here, and {@code demo} and {@code up} bring it without asking. */
    WILL_COME,
    /** It is not here, and a person has to do something. */
    MISSING
  }

  static Check ok(String name, String why) {
    return new Check(name, State.OK, why, "");
  }
}
