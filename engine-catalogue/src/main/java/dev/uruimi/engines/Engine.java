package dev.uruimi.engines;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of shop, as {@code engine.yaml} in its folder describes it.
 *
 * @param preferred whether it is the one where nobody names another; {@code default} in its file
 * @param picture an SVG, or null
 * @param chart folder of the Helm chart
 * @param chartVersion version in the chart's {@code Chart.yaml}; pinned when a store is requested
 * @param valuesFile laid over the chart's defaults, or null
 * @param values laid over all others; its strings may hold <code>${place}</code>s
 * @param choices values that a store may choose for itself
 * @param deadline how long an attempt may take without any progress
 * @param sale a whole order as a customer places it; for demonstrations and tests
 */
public record Engine(
    String name,
    String title,
    String description,
    boolean preferred,
    @Nullable Path picture,
    Path chart,
    String chartVersion,
    @Nullable Path valuesFile,
    Map<String, Object> values,
    Choices choices,
    Map<String, Plan> plans,
    List<SecretTemplate> secrets,
    List<Endpoint> endpoints,
    Credentials credentials,
    Duration deadline,
    Readiness readiness,
    List<ScenarioStep> sale,
    Order order) {

  /**
   * A size.
   *
   * @param quota {@code hard} of the namespace's ResourceQuota
   * @param values laid over the engine's values
   */
  public record Plan(
      String title, String description, Map<String, String> quota, Map<String, Object> values) {

    /** What a store of this size may take. */
    public Resources resources() {
      return Resources.of(quota);
    }
  }

  /** A Secret made once per store by the provisioner. */
  public record SecretTemplate(String name, Map<String, SecretKey> keys) {}

  /**
   * One key of a Secret: either a value with <code>${place}</code>s or generated.
   *
   * @param length characters of a generated password
   * @param bytes random bytes of a generated hexadecimal text
   */
  public record SecretKey(
      @Nullable String value,
      @Nullable Generator generate,
      @Nullable Integer length,
      @Nullable Integer bytes,
      @Nullable String prefix) {}

  /** How a secret text is made. */
  public enum Generator {
    /** Letters and digits that people can tell apart. */
    @JsonProperty("password")
    PASSWORD,
    /** Lower-case hexadecimal digits. */
    @JsonProperty("hex")
    HEX
  }

  /** A page of the shop to show: {@code shop}, {@code admin}. */
  public record Endpoint(String name, String path) {}

  /** Where the shop's admin credentials live in its namespace. */
  public record Credentials(String secret, String usernameKey, String passwordKey) {}

  /**
   * What has to answer.
   *
   * @param live cheap requests, repeated while the shop runs
   * @param canSell once per install or upgrade: a cart that is thrown away
   */
  public record Readiness(List<ScenarioStep> live, List<ScenarioStep> canSell) {}

  /**
   * Where the sale scenario finds the order's number.
   *
   * @param number name of a captured value
   */
  public record Order(String number) {}
}
