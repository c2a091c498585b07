package dev.uruimi.watcher.web;

import dev.uruimi.events.StoreId;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Ids in paths. */
final class StoreIds {

  private StoreIds() {}

  /**
   * The id.
   *
   * @throws ErrorResponseException 404 when no store can have it
   */
  static StoreId parse(String text) {
    if (!StoreId.isValid(text)) {
      throw new ErrorResponseException(
          HttpStatus.NOT_FOUND,
          Problems.of(
              HttpStatus.NOT_FOUND, "no-such-store", "No such store", "No store has this id."),
          null);
    }
    return new StoreId(text);
  }
}
