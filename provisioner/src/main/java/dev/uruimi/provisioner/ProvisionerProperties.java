package dev.uruimi.provisioner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the provisioner ({@code uruimi.provisioner.*}).
 *
 * @param instance who this process is among its replicas; holds its claims, so unique among them
 * @param enginesDirectory the catalogue, relative to the working directory
 * @param ingressClass handed to charts
 * @param ingressPort the one customers use; empty: the protocol's own
 * @param concurrency how many stores are worked on at once
 * @param claim how long a claim lasts from each renewal
 * @param renewEvery how often a claim is renewed
 * @param helmWorkers how many Helm calls run at once, each in a process of its own
 * @param helmTimeout of one Helm call; shorter than the claim
 * @param nameServers address blocks of name servers that are no pods: the bridge of the embedded
 *     cluster, NodeLocal DNSCache
 * @param apiServiceAccount service account in the platform's namespace that may read stores'
 *     credentials
 */
@ConfigurationProperties("uruimi.provisioner")
record ProvisionerProperties(
    String instance,
    @DefaultValue("engines") Path enginesDirectory,
    @DefaultValue("traefik") String ingressClass,
    @DefaultValue("") String ingressPort,
    @DefaultValue("4") int concurrency,
    @DefaultValue("30s") Duration claim,
    @DefaultValue("10s") Duration renewEvery,
    @DefaultValue("2") int helmWorkers,
    @DefaultValue("20s") Duration helmTimeout,
    @DefaultValue({"10.244.0.1/32", "169.254.20.10/32"}) List<String> nameServers,
    @DefaultValue("store-api") String apiServiceAccount) {

  ProvisionerProperties {
    if (helmTimeout.compareTo(claim) >= 0 || renewEvery.compareTo(claim) >= 0) {
      throw new IllegalArgumentException(
          "uruimi.provisioner: helm-timeout and renew-every must be shorter than claim");
    }
  }
}
