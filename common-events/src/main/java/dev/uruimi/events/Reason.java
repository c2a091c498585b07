package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why something did not work: a stable code with typed parameters. Parameters never hold secrets,
 * log lines or customers' data.
 *
 * @param code a {@link ReasonCode#code()}; one this version does not know is kept as it is
 * @param parameters what the sentence speaks of
 * @param retryable whether a retry can help
 * @param evidence reference to what the cluster showed then, {@link EvidenceReference}, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reason(
    String code, Map<String, String> parameters, boolean retryable, @Nullable String evidence) {

  private static final int LONGEST_PARAMETER = 500;

  public Reason {
    var bounded = new TreeMap<String, String>();
    parameters.forEach((name, value) -> bounded.put(name, shorten(value)));
    parameters = Map.copyOf(bounded);
  }

  /** A reason of the catalogue. Parameters longer than 500 characters are shortened. */
  public static Reason of(ReasonCode code, Map<String, String> parameters) {
    return new Reason(code.code(), parameters, code.retryable(), null);
  }

  /**
   * The same, with what was seen of it.
   *
   * @param evidence see {@link EvidenceReference}
   */
  public Reason withEvidence(String evidence) {
    return new Reason(code, parameters, retryable, evidence);
  }

  /** The reason as one sentence for people. */
  @JsonIgnore
  public String sentence() {
    return known().map(this::fill).orElseGet(() -> code.replace('_', ' '));
  }

  /** What to do about it; empty for a code this version does not know. */
  @JsonIgnore
  public String remedy() {
    return known().map(ReasonCode::remedy).orElse("");
  }

  /** The catalogue's entry, where this version knows the code. */
  @JsonIgnore
  public Optional<ReasonCode> known() {
    try {
      return Optional.of(ReasonCode.valueOf(code.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String fill(ReasonCode known) {
    var text = known.sentence();
    for (var parameter : parameters.entrySet()) {
      text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }

  private static String shorten(String value) {
    return value.length() <= LONGEST_PARAMETER
        ? value
        : value.substring(0, LONGEST_PARAMETER - 1) + "…";
  }
}
