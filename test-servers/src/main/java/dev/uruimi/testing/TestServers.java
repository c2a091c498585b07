package dev.uruimi.testing;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * Where Kafka and Postgres of the integration tests run. {@code URUIMI_TEST_SERVERS} names one;
 * without it, containers are used where a Docker answers that has both images.
 */
enum TestServers {
  /** As processes of this machine. */
  EMBEDDED,

  /** As containers, by Testcontainers. */
  CONTAINERS;

  private static final String VARIABLE = "URUIMI_TEST_SERVERS";
  private static final Logger LOG = LoggerFactory.getLogger(TestServers.class);

  /** Which; said once. */
  static TestServers chosen() {
    return Choice.MADE;
  }

  /**
   * What a value of the variable means.
   *
   * @throws IllegalArgumentException for another word than the two
   */
  static TestServers of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "embedded" -> EMBEDDED;
      case "containers" -> CONTAINERS;
      default ->
          throw new IllegalArgumentException(
              VARIABLE + " is embedded or containers, not \"" + word + "\"");
    };
  }

  /** The broker's image, as {@code URUIMI_TEST_KAFKA_IMAGE} says or the official one. */
  static DockerImageName kafkaImage() {
    return image("URUIMI_TEST_KAFKA_IMAGE", "apache/kafka", "4.2.1");
  }

  /** The database's image, as {@code URUIMI_TEST_POSTGRES_IMAGE} says or the official one. */
  static DockerImageName postgresImage() {
    return image("URUIMI_TEST_POSTGRES_IMAGE", "postgres", "18");
  }

  private static DockerImageName image(String variable, String official, String tag) {
    var own = System.getenv(variable);
    return own == null || own.isBlank()
        ? DockerImageName.parse(official).withTag(tag)
        : DockerImageName.parse(own).asCompatibleSubstituteFor(official);
  }

  private static TestServers choose() {
    var word = System.getenv(VARIABLE);
    var chosen =
        word != null && !word.isBlank() ? of(word) : imagesAreHere() ? CONTAINERS : EMBEDDED;
    LOG.info("Kafka and Postgres of the tests: {}", chosen.name().toLowerCase(Locale.ROOT));
    return chosen;
  }

  private static boolean imagesAreHere() {
    try {
      var docker = DockerClientFactory.instance();
      if (!docker.isDockerAvailable()) {
        return false;
      }
      var client = docker.client();
      client.inspectImageCmd(kafkaImage().asCanonicalNameString()).exec();
      client.inspectImageCmd(postgresImage().asCanonicalNameString()).exec();
      return true;
    } catch (RuntimeException e) {
      LOG.debug("no containers", e); // no Docker, or not these images: both are usual
      return false;
    }
  }

  /** Made on first use, once. */
  private static final class Choice {
    private static final TestServers MADE = choose();
  }
}
