package dev.uruimi.api.stores;

import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Where a page ends. Opaque to clients. */
record Cursor(Instant created, String id) {

  /** Before the latest store there is. */
  static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

  static Cursor after(StoreRow row) {
    return new Cursor(row.created(), row.id());
  }

  String text() {
    var plain = created.toEpochMilli() + "/" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor parse(String text) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = plain.split("/", 2);
      return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      throw ProblemException.of(
          List.of(FieldError.of("cursor", "is not one that an earlier page gave")));
    }
  }
}
