package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * Every input of a store, pinned when it was asked for.
 *
 * @param name what the merchant calls it; hostile text is possible, so escape it
 * @param owner opaque id of the owner
 * @param engine name of the engine in the catalogue
 * @param engineVersion version of the engine's chart
 * @param plan name of the size
 * @param values values allowed by the engine, laid over the plan's
 * @param host full host name of the shop
 * @param protocol {@code http} or {@code https}
 * @param cell the cluster it lives in
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoreSpecification(
    String name,
    String owner,
    String engine,
    String engineVersion,
    String plan,
    Map<String, Object> values,
    String host,
    String protocol,
    String cell) {

  /** The same under another name. */
  public StoreSpecification named(String other) {
    return new StoreSpecification(
        other, owner, engine, engineVersion, plan, values, host, protocol, cell);
  }

  /** The same in another size. */
  public StoreSpecification sized(String other) {
    return new StoreSpecification(
        name, owner, engine, engineVersion, other, values, host, protocol, cell);
  }
}
