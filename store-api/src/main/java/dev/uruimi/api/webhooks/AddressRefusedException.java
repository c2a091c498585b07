package dev.uruimi.api.webhooks;

import java.io.IOException;

/** A recipient that may not be told; the message is to be read after its name. */
class AddressRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  AddressRefusedException(String message) {
    super(message);
  }
}
