package dev.uruimi.local.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FollowingEventsTest {

  private static final String REQUESTED =
      "{\"step\": \"requested\", \"at\": \"2026-01-01T10:00:00Z\", \"durationMillis\": null}";
  private static final String NAMESPACE =
      "{\"step\": \"namespace\", \"at\": \"2026-01-01T10:00:01Z\", \"durationMillis\": 40}";

  @Test
  void everyEntryIsPrintedOnce() {
    var printed =
        printed(
            output -> {
              var shown = new EventsShown(output);
              shown.accept(store(REQUESTED));
              shown.accept(store(REQUESTED + "," + NAMESPACE));
              shown.accept(store(REQUESTED + "," + NAMESPACE));
            });

    assertThat(printed.lines())
        .containsExactly(
            "2026-01-01T10:00:00Z  requested", "2026-01-01T10:00:01Z  namespace  0.0 s");
  }

  @Test
  void browsersAreTheOneNamedElseTheDesktops() {
    assertThat(DesktopBrowser.browser("firefox", "Linux")).isEqualTo("firefox");
    assertThat(DesktopBrowser.browser(" ", "Linux")).isEqualTo("xdg-open");
    assertThat(DesktopBrowser.browser(null, "Mac OS X")).isEqualTo("open");
  }

  private static Store store(String timeline) {
    return new Store(
        JsonMapper.shared().readTree("{\"id\": \"k\", \"timeline\": [" + timeline + "]}"));
  }

  private interface Showing {
    void with(Output output);
  }

  private static String printed(Showing showing) {
    var bytes = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      showing.with(new Output());
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
