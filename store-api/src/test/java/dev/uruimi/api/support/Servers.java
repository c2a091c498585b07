package dev.uruimi.api.support;

import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out real servers: the one Postgres of the test run, where each test class makes a database
 * of its own, and a broker per test class. What is on a log reaches every table that is made of it,
 * so that two classes with clocks of their own cannot share one.
 */
public final class Servers implements ParameterResolver {

  private static final ExtensionContext.Namespace SERVERS =
      ExtensionContext.Namespace.create(Servers.class);

  static {
    // a machine that builds other things, too, is slow; a passing test never waits for it
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == KafkaBroker.class || type == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KafkaBroker.class
        ? ofClass(context)
            .getStore(SERVERS)
            .computeIfAbsent(KafkaBroker.class, key -> KafkaBroker.started())
        : context
            .getRoot()
            .getStore(SERVERS)
            .computeIfAbsent(PostgresServer.class, key -> PostgresServer.started());
  }

  private static ExtensionContext ofClass(ExtensionContext context) {
    return context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
  }
}
