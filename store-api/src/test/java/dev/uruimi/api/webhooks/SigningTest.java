package dev.uruimi.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTest {

  @TempDir private Path folder;

  /** The vector of the libraries of Standard Webhooks. */
  @Test
  void aSignatureIsThatOfStandardWebhooks() {
    var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    var signature =
        secret.signature(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aSecretIsLongAndNeverTheSame() {
    var random = new SecureRandom();
    var secret = SigningSecret.random(random);

    assertThat(secret.text()).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
    assertThat(secret).isNotEqualTo(SigningSecret.random(random));
    assertThat(secret.toString()).doesNotContain(secret.text());
  }

  @Test
  void aSealedSecretIsOpenedWithItsKeyForItsWebhookOnly() throws Exception {
    var seal = seal("0123456789abcdef".repeat(4));
    var secret = SigningSecret.random(new SecureRandom());

    var sealed = seal.seal("wh_1", secret);

    assertThat(sealed).isNotEqualTo(seal.seal("wh_1", secret));
    assertThat(seal.open("wh_1", sealed)).isEqualTo(secret);
    assertThatThrownBy(() -> seal.open("wh_2", sealed))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> seal("fedcba9876543210".repeat(4)).open("wh_1", sealed))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void aKeyThatIsNoneIsToldAtTheStart() {
    assertThatThrownBy(() -> seal("short"))
        .hasMessageContaining("WEBHOOKS_KEY_FILE")
        .hasMessageNotContaining("short");
  }

  private SecretSeal seal(String key) throws Exception {
    var file = Files.writeString(Files.createTempFile(folder, "key", ""), key + "\n");
    var second = Duration.ofSeconds(1);
    return new SecretSeal(
        new WebhookProperties(
            file.toString(), List.of(), false, 1, List.of(), second, second, second, second));
  }
}
