package dev.uruimi.api.support;

import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one broker and the one Postgres of the test run to whoever asks for them. */
public final class Servers implements ParameterResolver {

  private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.GLOBAL;

  static {
    // a machine that builds other things, too, is slow; a passing test never waits for it
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  /** The servers; closed with the test run. */
  record Running(KafkaBroker kafka, PostgresServer postgres) implements AutoCloseable {
    @Override
    public void close() {
      kafka.close();
      postgres.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == KafkaBroker.class || type == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ALL)
            .computeIfAbsent(
                Running.class,
                key -> new Running(KafkaBroker.started(), PostgresServer.started()),
                Running.class);
    return parameter.getParameter().getType() == KafkaBroker.class
        ? running.kafka()
        : running.postgres();
  }
}
