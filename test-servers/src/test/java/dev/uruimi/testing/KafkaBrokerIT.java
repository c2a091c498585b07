package dev.uruimi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaBrokerIT {

  @Test
  void keepsTopicsAndAddressWhenItIsTakenAwayAndBroughtBack() throws Exception {
    try (var broker = KafkaBroker.started();
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("t", Optional.of(2), Optional.empty())))
          .all()
          .get(30, TimeUnit.SECONDS);

      broker.stop();
      broker.start();

      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("t");
    }
  }
}
