package dev.uruimi.cleanup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the clean-up ({@code uruimi.cleanup.*}).
 *
 * @param instance who this process is among its replicas; holds its claims, so unique among them
 * @param concurrency how many stores are removed at once
 * @param claim how long a claim lasts; renewed with every look at the store
 * @param helmWorkers how many uninstalls run at once, each in a process of its own
 * @param helmTimeout of one uninstall; shorter than the claim
 * @param podGrace how long pods may take to stop
 * @param stuckAfter time after which a deletion that stands still is said to have failed
 */
@ConfigurationProperties("uruimi.cleanup")
record CleanupProperties(
    String instance,
    @DefaultValue("16") int concurrency,
    @DefaultValue("30s") Duration claim,
    @DefaultValue("1") int helmWorkers,
    @DefaultValue("20s") Duration helmTimeout,
    @DefaultValue("1s") Duration podGrace,
    @DefaultValue("60s") Duration stuckAfter) {}
