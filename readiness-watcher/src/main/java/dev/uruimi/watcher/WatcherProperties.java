package dev.uruimi.watcher;

import dev.uruimi.watcher.diagnosis.Graces;
import dev.uruimi.watcher.probe.Pace;
import dev.uruimi.watcher.verdict.DegradationLimit;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the watcher ({@code uruimi.watcher.*}).
 *
 * @param ingressAddress host and port where probes connect; the shop is named in the Host header
 * @param enginesDirectory folder of the engines' files
 * @param concurrency stores looked at at once; looking is short
 * @param degradationsAtLeast so many stores may always degrade in a window; more are held
 * @param degradationsShare of all stores that may degrade in a window, if that is more
 * @param degradationsWindow the window
 * @param sweep how often every store is looked at although nothing seems to have changed
 */
@ConfigurationProperties("uruimi.watcher")
public record WatcherProperties(
    @DefaultValue("127.0.0.1:80") String ingressAddress,
    @DefaultValue("engines") Path enginesDirectory,
    @DefaultValue("16") int concurrency,
    @DefaultValue("10") int degradationsAtLeast,
    @DefaultValue("0.1") double degradationsShare,
    @DefaultValue("1m") Duration degradationsWindow,
    @DefaultValue("30s") Duration sweep,
    @DefaultValue ProbeSettings probe,
    @DefaultValue GraceSettings grace) {

  public WatcherProperties {
    if (ingressAddress.lastIndexOf(':') < 1) {
      throw new IllegalArgumentException(
          "uruimi.watcher.ingress-address (INGRESS_ADDRESS) is not host:port: " + ingressAddress);
    }
    if (concurrency < 1 || probe.concurrency() < 1 || probe.failures() < 1) {
      throw new IllegalArgumentException(
          "uruimi.watcher: concurrency, probe.concurrency and probe.failures are at least 1");
    }
  }

  InetSocketAddress ingress() {
    var colon = ingressAddress.lastIndexOf(':');
    return InetSocketAddress.createUnresolved(
        ingressAddress.substring(0, colon), Integer.parseInt(ingressAddress.substring(colon + 1)));
  }

  DegradationLimit degradations() {
    return new DegradationLimit(degradationsAtLeast, degradationsShare, degradationsWindow);
  }

  Pace pace() {
    return new Pace(probe.starting(), probe.live(), probe.again(), probe.slow());
  }

  Graces graces() {
    return new Graces(
        grace.imagePull(),
        grace.crash(),
        grace.crashAgain(),
        grace.volume(),
        grace.scheduling(),
        grace.creation(),
        grace.stuck(),
        grace.missing(),
        grace.podsStarting(),
        grace.podsRunning(),
        grace.shopStarting(),
        probe.failures());
  }

  /**
   * How shops are asked ({@code uruimi.watcher.probe.*}).
   *
   * @param timeout of one request to a shop
   * @param connectTimeout of finding out whether the ingress accepts connections at all
   * @param concurrency shops asked at once
   * @param starting pause between probes of a shop that is about to answer for the first time
   * @param live pause between probes of a shop that answers
   * @param again pause after a probe of a running shop failed
   * @param slow pause after many probes in a row failed
   * @param failures probes of a running shop that fail in a row before it is degraded
   */
  public record ProbeSettings(
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("2s") Duration connectTimeout,
      @DefaultValue("32") int concurrency,
      @DefaultValue("300ms") Duration starting,
      @DefaultValue("15s") Duration live,
      @DefaultValue("1s") Duration again,
      @DefaultValue("5s") Duration slow,
      @DefaultValue("3") int failures) {}

  /** How long things may be wrong ({@code uruimi.watcher.grace.*}); see {@link Graces}. */
  public record GraceSettings(
      @DefaultValue("10s") Duration imagePull,
      @DefaultValue("45s") Duration crash,
      @DefaultValue("10s") Duration crashAgain,
      @DefaultValue("45s") Duration volume,
      @DefaultValue("30s") Duration scheduling,
      @DefaultValue("20s") Duration creation,
      @DefaultValue("45s") Duration stuck,
      @DefaultValue("15s") Duration missing,
      @DefaultValue("3m") Duration podsStarting,
      @DefaultValue("10s") Duration podsRunning,
      @DefaultValue("2m") Duration shopStarting) {}
}
