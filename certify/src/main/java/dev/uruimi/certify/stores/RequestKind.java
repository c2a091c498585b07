package dev.uruimi.certify.stores;

/** What can be asked of the store API. */
public enum RequestKind {
  CREATE,
  RETRY,
  DELETE
}
