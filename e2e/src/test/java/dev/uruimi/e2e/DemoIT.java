package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The README's first command. */
@Order(2)
class DemoIT {

  private static final Pattern STORE = Pattern.compile("(?m)^store +([a-z0-9]{10})$");

  @Test
  void endsWithAShopThatHasTakenAnOrder() {
    var run = Uruimi.succeed(Duration.ofMinutes(40), "demo");

    assertThat(run.out())
        .contains("Your shop is open", "order       no. 1, placed as a customer")
        .contains("logs one browser in: http://127.0.0.1:7080/log-in#")
        .contains("How long it took");
    var store = STORE.matcher(run.out());
    assertThat(store.find()).as(run.out()).isTrue();
    Api.delete(store.group(1));
    Api.follow(store.group(1), Duration.ofMinutes(3), Api.status("deleted"));
  }
}
