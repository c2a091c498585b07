package dev.uruimi.watcher.evidence;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys of Secrets that hold no secret: those whose value an engine's file tells, such as the name
 * of a database user. Hiding them would make evidence unreadable.
 *
 * @param names as {@code secret/key}
 */
record OpenKeys(Set<String> names) {

  static OpenKeys of(EngineCatalogue engines) {
    return new OpenKeys(
        engines.all().stream()
            .map(Engine::secrets)
            .flatMap(secrets -> secrets.stream())
            .flatMap(
                secret ->
                    secret.keys().entrySet().stream()
                        .filter(key -> key.getValue().generate() == null)
                        .map(key -> secret.name() + "/" + key.getKey()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(String secret, String key) {
    return names.contains(secret + "/" + key);
  }
}
