package dev.uruimi.local.services;

import dev.uruimi.engines.EngineVariables;
import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings the services are started with.
 *
 * @param engines the folder of those on offer
 * @param callers the environment of who typed the command; some of its settings are handed on, and
 *     all that the engines name
 * @param ingressPort where the shops are reached
 */
public record ServiceEnvironment(
    UruimiHome home,
    Path passwordFile,
    int ingressPort,
    Path engines,
    Map<String, String> callers) {

  private static final List<String> HANDED_ON = List.of("STORE_DOMAIN", "STORE_PROTOCOL");

  Map<String, String> of(Service service) {
    var variables = new TreeMap<String, String>();
    var named = EngineVariables.in(engines);
    Stream.concat(HANDED_ON.stream(), named.stream())
        .filter(callers::containsKey)
        .forEach(name -> variables.put(name, callers.get(name)));
    variables.put("SERVER_PORT", String.valueOf(service.port()));
    variables.put("KAFKA_BOOTSTRAP_SERVERS", Kafka.USUAL.bootstrapServers());
    variables.put("KUBECONFIG", home.kubeconfig().toString());
    variables.put("INGRESS_PORT", String.valueOf(ingressPort));
    variables.put("INGRESS_ADDRESS", "127.0.0.1:" + ingressPort);
    variables.put("INGRESS_CLASS", "traefik");
    variables.put("ENGINES_DIRECTORY", engines.toString());
    if (service == Service.STORE_API) {
      variables.put("POSTGRES_URL", Postgres.url(Postgres.USUAL_PORT));
      variables.put("POSTGRES_USER", Postgres.USER);
      variables.put("POSTGRES_PASSWORD_FILE", passwordFile.toString());
    }
    return variables;
  }
}
