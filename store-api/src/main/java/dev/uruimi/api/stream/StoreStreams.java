package dev.uruimi.api.stream;

import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.stores.StoreViews;
import dev.uruimi.api.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams the stores that changed after a position, in the order of their latest change. Resuming
 * and following are the same: the table is asked for what is newer than what was sent.
 */
@Component
class StoreStreams {

  private static final int BATCH = 200;

  private final Stores stores;
  private final StoreViews views;
  private final ChangeFeed feed;
  private final StreamProperties properties;
  private final JsonMapper json;

  StoreStreams(
      Stores stores,
      StoreViews views,
      ChangeFeed feed,
      StreamProperties properties,
      JsonMapper json) {
    this.stores = stores;
    this.views = views;
    this.feed = feed;
    this.properties = properties;
    this.json = json;
  }

  void all(long after, HttpServletResponse response) throws IOException {
    stream(after, change -> stores.changedAfter(change, BATCH), response);
  }

  void one(String id, long after, HttpServletResponse response) throws IOException {
    stream(after, change -> stores.changedAfter(id, change).stream().toList(), response);
  }

  private void stream(
      long after, LongFunction<List<StoreRow>> changed, HttpServletResponse response)
      throws IOException {
    if (!feed.enter()) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "too-many-streams",
          "Too many streams",
          "This replica follows as many streams as it may; close some.");
    }
    try {
      follow(after, changed, new EventStream(response));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      feed.leave();
    }
  }

  private void follow(long after, LongFunction<List<StoreRow>> changed, EventStream stream)
      throws IOException, InterruptedException {
    var sent = after;
    // tells a client that has nothing to read yet where to resume
    stream.event("position", sent, "{}");
    while (feed.isRunning()) {
      var seen = feed.latest();
      var rows = changed.apply(sent);
      for (var row : rows) {
        sent = row.change();
        stream.event("store", sent, json.writeValueAsString(views.of(row.current(), sent)));
      }
      if (rows.size() < BATCH && !feed.awaitAfter(seen, properties.heartbeat())) {
        stream.heartbeat();
      }
    }
  }
}
