package dev.uruimi.certify.faults;

import java.io.IOException;

/** No client reaches the broker. */
record BrokerCut() implements Fault {

  @Override
  public Injection inject(Scene scene) throws IOException {
    return scene.installation().cutBroker()::close;
  }
}
