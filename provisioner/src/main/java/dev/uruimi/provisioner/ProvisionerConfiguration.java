package dev.uruimi.provisioner;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.helm.Helm;
import dev.uruimi.helm.HelmRunner;
import dev.uruimi.helm.HelmSettings;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.cluster.KubernetesStoreCluster;
import dev.uruimi.provisioner.cluster.StoreCluster;
import dev.uruimi.provisioner.reconcile.ClaimTerms;
import dev.uruimi.provisioner.reconcile.Claims;
import dev.uruimi.provisioner.reconcile.Observer;
import dev.uruimi.provisioner.reconcile.Performer;
import dev.uruimi.provisioner.reconcile.ProvisionLog;
import dev.uruimi.provisioner.reconcile.ProvisioningStores;
import dev.uruimi.worker.cluster.ApiServerCircuit;
import dev.uruimi.worker.cluster.Following;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.cluster.OnChange;
import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventPublisher;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProvisionerConfiguration {

  @Bean
  Blueprints blueprints(ProvisionerProperties properties, Environment environment) {
    var catalogue = EngineCatalogue.load(properties.enginesDirectory(), environment::getProperty);
    return new Blueprints(catalogue, properties.ingressClass(), properties.ingressPort());
  }

  @Bean(destroyMethod = "close")
  Helm helmRunner(ProvisionerProperties properties, HelmProperties helm, KubernetesClient client) {
    var settings =
        new HelmSettings(
            properties.helmWorkers(),
            properties.helmTimeout(),
            HelmSettings.defaultKubeconfig(),
            helm.runner(),
            helm.program());
    return Helm.started(settings, client);
  }

  @Bean
  StoreCluster storeCluster(
      KubernetesClient client, KubernetesProperties kubernetes, ProvisionerProperties properties) {
    return new KubernetesStoreCluster(
        client, properties.nameServers(), properties.apiServiceAccount(), kubernetes.namespace());
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService claimRenewals() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("claim-renewals").factory());
  }

  @Bean
  ProvisioningStores provisioningStores(
      StoreRecords records,
      StoreEventPublisher events,
      Blueprints blueprints,
      StoreCluster cluster,
      HelmRunner helm,
      ScheduledExecutorService claimRenewals,
      ProvisionerProperties properties,
      Clock clock) {
    var terms =
        new ClaimTerms(holder(properties), properties.claim(), properties.renewEvery(), clock);
    return new ProvisioningStores(
        new Claims(records::change, terms, claimRenewals),
        new Observer(blueprints, cluster, helm),
        new Performer(blueprints, cluster, helm, new ProvisionLog(events, clock), clock),
        terms);
  }

  @Bean(destroyMethod = "close")
  WorkQueue workQueue(
      ProvisioningStores provisioning, ProvisionerProperties properties, ApiServerCircuit circuit) {
    var backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(15), new SecureRandom());
    return new WorkQueue(provisioning, properties.concurrency(), backoff, circuit);
  }

  @Bean
  Following informers(
      KubernetesClient client,
      KubernetesProperties kubernetes,
      StoreRecords records,
      WorkQueue queue,
      ProvisionerProperties properties) {
    var waking = new Waking(queue, holder(properties));
    return new Following(client, kubernetes, List.of(() -> records.follow(new OnChange<>(waking))));
  }

  private static String holder(ProvisionerProperties properties) {
    return "provisioner/" + properties.instance();
  }
}
