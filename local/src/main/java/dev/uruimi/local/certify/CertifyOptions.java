package dev.uruimi.local.certify;

import dev.uruimi.certify.CampaignSettings;
import dev.uruimi.certify.faults.FaultKind;
import dev.uruimi.certify.faults.FaultKinds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the campaign shall be. */
public final class CertifyOptions {

  public static final String SIMULATED = "simulated pods (engine bench)";
  public static final String REAL = "real shops";

  /** What a few real shops can show that simulated pods cannot, and a death of each service. */
  private static final List<Integer> FOR_REAL_SHOPS = List.of(1, 2, 3, 4, 26, 27, 30);

  private static final List<String> CHOICES =
      List.of("quota", "admission", "chart", "unschedulable", "volume");

  @Option(
      names = "--stores",
      paramLabel = "N",
      description = "Places for stores (default: 20; with --real-shops 2).")
  private @Nullable Integer stores;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "Gives the schedule; the same seed goes on where it ended (default: by chance).")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "No round begins after that (default: until every kind came once).")
  private @Nullable Integer minutes;

  @Option(
      names = "--faults",
      paramLabel = "1,2,17",
      split = ",",
      description = "Kinds to inject (default: all; with --real-shops 1-4, 26, 27, 30).")
  private @Nullable List<Integer> faults;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Kinds that hurt the platform at once where they don't disturb each other",
        "(default: ${DEFAULT-VALUE}); more is quicker and tells less which one it was."
      })
  private int atOnce;

  @Option(
      names = "--real-shops",
      description = "A smaller campaign with real shops, of the default engine, on the real node.")
  private boolean realShops;

  /** How the report calls what stores are made of. */
  public String pods() {
    return realShops ? REAL : SIMULATED;
  }

  /**
   * All of them.
   *
   * @param realEngine what real shops are made of
   * @param chance the seed where none was given
   * @throws IllegalArgumentException when a number is out of range; the message says which
   */
  public CampaignSettings settings(Path ledger, Path results, String realEngine, long chance) {
    var places = stores != null ? stores : realShops ? 2 : 20;
    if (places < 1 || atOnce < 1 || (minutes != null && minutes < 1)) {
      throw new IllegalArgumentException("--stores, --minutes and --at-once take 1 or more");
    }
    return new CampaignSettings(
        seed != null ? seed : chance,
        places,
        kinds(),
        atOnce,
        minutes == null ? null : Duration.ofMinutes(minutes),
        realShops ? realEngine : "bench",
        pods(),
        realShops ? List.of() : CHOICES,
        realShops ? Duration.ofMinutes(6) : Duration.ZERO,
        ledger,
        results);
  }

  private List<FaultKind> kinds() {
    var chosen = faults;
    if (chosen == null) {
      return realShops
          ? FOR_REAL_SHOPS.stream().map(FaultKinds::numbered).toList()
          : FaultKinds.ALL;
    }
    return Stream.of(chosen)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .map(FaultKinds::numbered)
        .toList();
  }
}
