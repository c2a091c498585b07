package dev.uruimi.api.support;

import dev.uruimi.engines.EngineCatalogue;
import java.nio.file.Path;

/** A catalogue of one engine, {@code sample}. */
public final class Engines {

  public static final Path DIRECTORY = Path.of("src/test/engines");

  private Engines() {}

  public static EngineCatalogue catalogue() {
    return EngineCatalogue.load(DIRECTORY, name -> null);
  }
}
