package dev.uruimi.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published contract says what the code does. */
class SchemasTest {

  @ParameterizedTest
  @MethodSource("dev.uruimi.events.EventCodecTest#everyEvent")
  void whatIsWrittenFollowsItsSchema(StoreEvent event) throws IOException {
    var envelope = EventEnvelope.of(event, "test", Instant.EPOCH, null);
    var body = new String(new EventCodec().encode(envelope).body(), StandardCharsets.UTF_8);

    assertThat(schema(envelope.type()).validate(body, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.uruimi.events.EventCodecTest#everyEvent")
  void aBodyWithoutItsFieldsDoesNot(StoreEvent event) throws IOException {
    var type = EventTypes.nameOf(event.getClass());

    assertThat(schema(type).validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void theAsyncApiDocumentNamesEveryTypeAndItsSchema() throws IOException {
    try (var file = getClass().getResourceAsStream("/asyncapi.yaml")) {
      var messages = new YAMLMapper().readTree(file).at("/components/messages");
      var names = new ArrayList<String>();
      for (var message : messages) {
        var name = message.path("name").asString();
        names.add(name);
        assertThat(message.at("/payload/$ref").asString()).isEqualTo("./schemas/" + name + ".json");
      }
      assertThat(names).containsExactlyInAnyOrderElementsOf(EventTypes.names());
    }
  }

  private static Schema schema(String type) throws IOException {
    try (var file = SchemasTest.class.getResourceAsStream("/schemas/" + type + ".json")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }
  }
}
