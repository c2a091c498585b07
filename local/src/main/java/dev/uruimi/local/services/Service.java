package dev.uruimi.local.services;

/** The services of the platform and where they listen. */
public enum Service {
  STORE_API("store-api", 7080),
  PROVISIONER("provisioner", 7081),
  READINESS_WATCHER("readiness-watcher", 7082),
  CLEANUP("cleanup", 7083);

  private final String module;
  private final int port;

  Service(String module, int port) {
    this.module = module;
    this.port = port;
  }

  /** Its Maven module, and the name of its part. */
  public String module() {
    return module;
  }

  public int port() {
    return port;
  }
}
