package dev.uruimi.api.stores;

import dev.uruimi.api.projection.StoreList.Place;
import dev.uruimi.api.projection.StoreOrder;
import dev.uruimi.events.StoreId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page ends, in the order it was listed in. Opaque to clients. */
record Cursor(StoreOrder order, Place place) {

  String text() {
    var plain = order.label() + "/" + place.id() + "/" + place.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor of this text; empty when no page of this order gave it. */
  static Optional<Cursor> parse(String text, StoreOrder order) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = plain.split("/", 3);
      return parts.length == 3
              && parts[0].equals(order.label())
              && StoreId.isValid(parts[1])
              && order.isKey(parts[2])
          ? Optional.of(new Cursor(order, new Place(parts[2], parts[1])))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
