package dev.uruimi.local.verify;

/**
 * One test that ran, or was left out.
 *
 * @param module where it is
 * @param type its class
 * @param name what it says
 * @param message why it failed or was skipped, at most some lines; may be empty
 */
record TestCase(String module, String type, String name, Outcome outcome, String message) {

  /** How it went. */
  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * Whether it is one that only counts when it really ran: a shop on a real node. What needs an
   * archive that no package registry has may be skipped, and names the variable for it.
   */
  boolean needsTheWholeSystem() {
    return (module.equals("e2e") || type.endsWith("ShopIT")) && !message.contains("_ARCHIVE");
  }

  TestCase failed() {
    return new TestCase(module, type, name, Outcome.FAILED, "skipped, but must run: " + message);
  }
}
