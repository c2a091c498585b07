package dev.uruimi.api.credentials;

import java.util.Map;
import java.util.Optional;

/** The Secrets of shops. */
public interface ShopSecrets {

  /**
   * The values of a Secret, decoded.
   *
   * @return empty while there is none
   * @throws ClusterAwayException when the cluster does not answer or does not let us
   */
  Optional<Map<String, String>> read(String namespace, String name);
}
