package dev.uruimi.local.proxy;

import java.util.random.RandomGenerator;

/**
 * Hurts some requests, whoever they are of.
 *
 * @param share from 0 (none) to 1 (all)
 */
record Share(double share, Outcome outcome, RandomGenerator random) implements Fault {

  Share {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
    }
  }

  @Override
  public Outcome meet(RequestHead request) {
    return random.nextDouble() < share ? outcome : new Outcome.Passed();
  }
}
