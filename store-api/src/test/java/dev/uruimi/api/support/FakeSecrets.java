package dev.uruimi.api.support;

import dev.uruimi.api.credentials.ClusterAwayException;
import dev.uruimi.api.credentials.ClusterVersion;
import dev.uruimi.api.credentials.ShopSecrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets of a cluster that is not there. */
public final class FakeSecrets implements ShopSecrets, ClusterVersion {

  private final Map<String, Map<String, String>> secrets = new ConcurrentHashMap<>();
  private volatile boolean away;

  public void put(String namespace, String name, Map<String, String> values) {
    secrets.put(namespace + "/" + name, values);
  }

  public void goAway(boolean gone) {
    away = gone;
  }

  @Override
  public Optional<Map<String, String>> read(String namespace, String name) {
    if (away) {
      throw new ClusterAwayException(new IllegalStateException("connection refused"));
    }
    return Optional.ofNullable(secrets.get(namespace + "/" + name));
  }

  @Override
  public String ask() {
    if (away) {
      throw new ClusterAwayException(new IllegalStateException("connection refused"));
    }
    return "v1.0.0";
  }
}
