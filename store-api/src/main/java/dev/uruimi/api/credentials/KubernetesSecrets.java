package dev.uruimi.api.credentials;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads Secrets from the cluster. The client is made when the first one is asked for. */
@Component
class KubernetesSecrets implements ShopSecrets, ClusterVersion {

  private final CredentialProperties properties;
  private @Nullable KubernetesClient client;

  KubernetesSecrets(CredentialProperties properties) {
    this.properties = properties;
  }

  @Override
  public Optional<Map<String, String>> read(String namespace, String name) {
    try {
      var secret = client().secrets().inNamespace(namespace).withName(name).get();
      return Optional.ofNullable(secret).map(KubernetesSecrets::decoded);
    } catch (KubernetesClientException e) {
      throw new ClusterAwayException(e);
    }
  }

  @Override
  public String ask() {
    try {
      return client().getKubernetesVersion().getGitVersion();
    } catch (KubernetesClientException e) {
      throw new ClusterAwayException(e);
    }
  }

  private synchronized KubernetesClient client() {
    if (client == null) {
      var config = Config.autoConfigure(null);
      var millis = Math.toIntExact(properties.timeout().toMillis());
      config.setRequestTimeout(millis);
      config.setConnectionTimeout(millis);
      config.setRequestRetryBackoffLimit(0);
      client = new KubernetesClientBuilder().withConfig(config).build();
    }
    return client;
  }

  @PreDestroy
  synchronized void close() {
    if (client != null) {
      client.close();
    }
  }

  private static Map<String, String> decoded(Secret secret) {
    var values = new HashMap<String, String>();
    if (secret.getData() != null) {
      secret
          .getData()
          .forEach(
              (key, value) ->
                  values.put(
                      key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    }
    return values;
  }
}
