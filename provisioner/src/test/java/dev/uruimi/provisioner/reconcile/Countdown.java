package dev.uruimi.provisioner.reconcile;

/** Does something at the n-th touch of the world since it was armed, in the middle of it. */
final class Countdown {

  private final Runnable act;
  private int left;

  Countdown(int touches, Runnable act) {
    this.left = touches;
    this.act = act;
  }

  void arm(World world) {
    world.onNextTouch = () -> touched(world);
  }

  boolean isOver() {
    return left <= 0;
  }

  private void touched(World world) {
    if (--left == 0) {
      act.run();
    } else {
      arm(world);
    }
  }
}
