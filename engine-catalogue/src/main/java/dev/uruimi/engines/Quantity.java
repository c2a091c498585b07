package dev.uruimi.engines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Kubernetes quantity that is not negative, as of
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 *
 * @param amount in the resource's unit: cores, bytes, pieces
 */
record Quantity(BigDecimal amount) implements Comparable<Quantity> {

  private static final Pattern FORM =
      Pattern.compile(
          "\\+?([0-9]{1,20}(?:\\.[0-9]{0,20})?)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?[0-9]{1,2})?");
  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("m", new BigDecimal("0.001")),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("E", BigDecimal.TEN.pow(18)),
          Map.entry("Ki", BigDecimal.TWO.pow(10)),
          Map.entry("Mi", BigDecimal.TWO.pow(20)),
          Map.entry("Gi", BigDecimal.TWO.pow(30)),
          Map.entry("Ti", BigDecimal.TWO.pow(40)),
          Map.entry("Pi", BigDecimal.TWO.pow(50)),
          Map.entry("Ei", BigDecimal.TWO.pow(60)));

  /**
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static Quantity of(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "is no quantity like 2, 500m or 1536Mi: \"%s\"".formatted(text));
    }
    var number = new BigDecimal(match.group(1));
    var unit = match.group(2);
    if (unit == null) {
      return new Quantity(number);
    }
    var factor = UNITS.get(unit);
    return new Quantity(
        factor == null
            ? number.scaleByPowerOfTen(Integer.parseInt(unit.substring(1)))
            : number.multiply(factor));
  }

  boolean isWhole() {
    return amount.stripTrailingZeros().scale() <= 0;
  }

  /** Rounded up. */
  long whole() {
    return amount.setScale(0, RoundingMode.CEILING).longValue();
  }

  /** Thousandths, rounded up. */
  long thousandths() {
    return amount.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue();
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(other.amount);
  }
}
