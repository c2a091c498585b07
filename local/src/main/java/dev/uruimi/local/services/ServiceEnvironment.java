package dev.uruimi.local.services;

import dev.uruimi.engines.EngineVariables;
import dev.uruimi.local.cluster.HelmProgram;
import dev.uruimi.local.cluster.TargetCluster;
import dev.uruimi.local.clusterchoice.IngressAddress;
import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.proxy.FaultProxyUnit;
import dev.uruimi.local.secrets.Tokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings the services are started with.
 *
 * @param engines the folder of those on offer
 * @param simulated whether some nodes only pretend to run pods
 * @param faults whether the way to the API server and the clocks can be hurt
 * @param callers the environment of who typed the command; some of its settings are handed on, and
 *     all that the engines name
 * @param ingress where the shops are reached
 */
public record ServiceEnvironment(
    UruimiHome home,
    Path passwordFile,
    IngressAddress ingress,
    Path engines,
    boolean simulated,
    boolean faults,
    Map<String, String> callers) {

  private static final List<String> HANDED_ON =
      List.of(
          "STORE_DOMAIN",
          "STORE_PROTOCOL",
          "URUIMI_HELM_RUNNER",
          "WEBHOOKS_ALLOWED_ADDRESSES",
          "WEBHOOKS_ALLOW_HTTP");

  Map<String, String> of(Service service) {
    return of(service, service.port());
  }

  /** Of a process of it that listens elsewhere. */
  Map<String, String> of(Service service, int port) {
    var variables = new TreeMap<String, String>();
    var named = EngineVariables.in(engines);
    Stream.concat(HANDED_ON.stream(), named.stream())
        .filter(callers::containsKey)
        .forEach(name -> variables.put(name, callers.get(name)));
    variables.put("URUIMI_HELM_PROGRAM", HelmProgram.of(home).path().toString());
    variables.put("SERVER_PORT", String.valueOf(port));
    variables.put("KAFKA_BOOTSTRAP_SERVERS", Kafka.USUAL.bootstrapServers());
    variables.put("KUBECONFIG", kubeconfig().toString());
    variables.put("INGRESS_PORT", String.valueOf(ingress.port()));
    variables.put("INGRESS_ADDRESS", ingress.host() + ":" + ingress.port());
    variables.put("INGRESS_CLASS", ingress.className());
    variables.put("ENGINES_DIRECTORY", engines.toString());
    variables.put("PEERS_TOKEN_FILE", new Tokens(home).peers().file().toString());
    if (service == Service.STORE_API) {
      variables.put("URUIMI_SIMULATED", String.valueOf(simulated));
      variables.put("POSTGRES_URL", Postgres.url(Postgres.USUAL_PORT));
      variables.put("POSTGRES_USER", Postgres.USER);
      variables.put("POSTGRES_PASSWORD_FILE", passwordFile.toString());
      variables.put("LOGIN_TOKEN_FILE", new Tokens(home).logIn().file().toString());
      variables.put("WEBHOOKS_KEY_FILE", new Tokens(home).webhooksKey().file().toString());
    }
    if (faults) {
      variables.putAll(new ServiceClocks(home).environment(service));
    }
    return variables;
  }

  private Path kubeconfig() {
    return faults ? new FaultProxyUnit(home).kubeconfig() : home.kubeconfig();
  }

  /** Parts that all services wait for. */
  List<String> needed() {
    return faults ? List.of(Tokens.STEP, ServiceClocks.STEP) : List.of(Tokens.STEP);
  }

  /** The part that is ready when the services can use the API server. */
  String cluster() {
    return faults ? FaultProxyUnit.NAME : TargetCluster.OBJECTS;
  }
}
