package dev.uruimi.local.download;

import dev.uruimi.local.process.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Who publishes what and where: {@code /kubernetes/downloads.properties}. */
public final class Publishers {

  private static final String RESOURCE = "/kubernetes/downloads.properties";

  private final Properties properties = new Properties();

  /** Those of the resource. */
  public Publishers() {
    try (InputStream stream = Publishers.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of a product that is pinned. */
  public String version(String product) {
    return value(product, "version");
  }

  /** A program of a product for a machine; empty where the publisher has none for it. */
  public Optional<Artifact> artifact(String product, String program, Target target) {
    if (!List.of(value(product, "platforms").split(" ")).contains(target.toString())) {
      return Optional.empty();
    }
    var member = properties.getProperty(product + ".member");
    return Optional.of(
        new Artifact(
            program,
            version(product),
            URI.create(filled(value(product, "url"), product, program, target)),
            URI.create(filled(value(product, "checksum"), product, program, target)),
            member == null ? null : filled(member, product, program, target)));
  }

  private String filled(String template, String product, String program, Target target) {
    return template
        .replace("${version}", version(product))
        .replace("${os}", target.os())
        .replace("${arch}", target.arch())
        .replace("${program}", program);
  }

  private String value(String product, String name) {
    @Nullable String value = properties.getProperty(product + "." + name);
    if (value == null) {
      throw new IllegalArgumentException(RESOURCE + " has no " + product + "." + name);
    }
    return value.strip();
  }
}
