package dev.uruimi.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An engine's file, {@code engine.yaml}. Unknown, missing and repeated fields are errors. */
final class EngineFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;

  EngineFile(Path file) {
    this.file = file;
  }

  /**
   * The engine it describes.
   *
   * @throws BadEngineException with file, line, field and reason
   */
  Engine read(UnaryOperator<@Nullable String> environment) {
    var text = text();
    var lines = lines(text);
    try {
      var form = YAML.readValue(text, EngineForm.class);
      return new EngineReading(form, folder(), environment).engine();
    } catch (JacksonException e) {
      var field = field(e);
      throw new BadEngineException(file, lines.of(field), field + " " + reason(e), e);
    } catch (BadFieldException e) {
      throw new BadEngineException(file, lines.of(e.field()), String.valueOf(e.getMessage()), e);
    }
  }

  /** What is wrong with a field of the engine beside others. */
  BadEngineException bad(Field field, String reason) {
    var cause = field.bad(reason);
    return new BadEngineException(
        file, lines(text()).of(field), String.valueOf(cause.getMessage()), cause);
  }

  private Path folder() {
    var folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadEngineException(file, 1, "cannot be read as UTF-8 text: " + e, e);
    }
  }

  private FieldLines lines(String text) {
    try (var parser = YAML.createParser(text)) {
      return new FieldLines(parser);
    } catch (JacksonException e) {
      throw new BadEngineException(file, line(e.getLocation()), e.getOriginalMessage(), e);
    }
  }

  private static int line(@Nullable TokenStreamLocation location) {
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private static Field field(JacksonException e) {
    var field = Field.ROOT;
    for (var step : e.getPath()) {
      var name = step.getPropertyName();
      field = name == null ? field.to(step.getIndex()) : field.to(name);
    }
    return field;
  }

  private static String reason(JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      var known = unknown.getKnownPropertyIds();
      return "is not known here"
          + (known == null
              ? ""
              : "; known are "
                  + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return wanted(mismatch.getTargetType(), mismatch);
    }
    return "cannot be read: " + e.getOriginalMessage();
  }

  private static String wanted(Class<?> type, JacksonException e) {
    if (type == String.class) {
      return "must be a text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "must be true or false";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "must be a whole number";
    }
    if (Collection.class.isAssignableFrom(type) || type == List.class) {
      return "must be a list";
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "must be an object";
    }
    return "cannot be read: " + e.getOriginalMessage();
  }
}
