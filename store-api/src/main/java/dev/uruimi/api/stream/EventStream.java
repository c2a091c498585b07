package dev.uruimi.api.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/**
 * Writes server-sent events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML standard</a>
 */
final class EventStream {

  private static final int RETRY_MILLIS = 2_000;

  private final OutputStream output;

  EventStream(HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("X-Accel-Buffering", "no");
    output = response.getOutputStream();
    write("retry: " + RETRY_MILLIS + "\n\n");
  }

  /** One event. The JSON has no line breaks. */
  void event(String name, long id, String json) throws IOException {
    write("event: %s\nid: %d\ndata: %s\n\n".formatted(name, id, json));
  }

  /** Says that the stream lives. */
  void heartbeat() throws IOException {
    write(": heartbeat\n\n");
  }

  private void write(String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.UTF_8));
    output.flush();
  }
}
