package dev.uruimi.provisioner.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.Engine.Generator;
import dev.uruimi.engines.Engine.SecretKey;
import dev.uruimi.engines.Engine.SecretTemplate;
import dev.uruimi.engines.Places;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTextsTest {

  private final SecretTexts texts = new SecretTexts(new SecureRandom());
  private final SecretTemplate template =
      new SecretTemplate(
          "s",
          Map.of(
              "email", new SecretKey("admin@${host}", null, null, null, null),
              "password", new SecretKey(null, Generator.PASSWORD, 24, null, null),
              "key", new SecretKey(null, Generator.HEX, null, 16, "pk_")));

  @Test
  void areMadeAsTheEngineSays() {
    var made = texts.of(template, new Places(Map.of("host", "shop.example")));

    assertThat(made).containsEntry("email", "admin@shop.example");
    assertThat(made.get("password")).matches("[a-zA-Z2-9]{24}").doesNotContain("l", "O", "I", "o");
    assertThat(made.get("key")).matches("pk_[0-9a-f]{32}");
  }

  @Test
  void areNeverTheSameTwice() {
    var places = new Places(Map.of("host", "shop.example"));

    assertThat(texts.of(template, places).get("password"))
        .isNotEqualTo(texts.of(template, places).get("password"));
  }
}
