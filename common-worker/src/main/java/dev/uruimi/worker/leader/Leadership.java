package dev.uruimi.worker.leader;

/** Whether this process acts for the cell. */
public interface Leadership {

  /**
   * Whether it may act now. Turns false by itself when the lease was not renewed in time, whatever
   * kept the process from renewing it, and before anybody else may take it.
   */
  boolean isHeld();

  /**
   * Counts the leaders of this service; what is written bears it, so that an older leader's is
   * refused. Of the last time this process led; 0 if it never did.
   */
  long term();

  /** Of a service that runs once, and in tests. */
  static Leadership always() {
    return new Leadership() {
      @Override
      public boolean isHeld() {
        return true;
      }

      @Override
      public long term() {
        return 0;
      }
    };
  }
}
