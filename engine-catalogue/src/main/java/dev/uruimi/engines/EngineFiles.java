package dev.uruimi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads engines' files. Unknown and missing fields are errors. */
final class EngineFiles {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):([^}]*)}");

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final UnaryOperator<@Nullable String> environment;

  EngineFiles(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  Engine read(Path file) {
    try {
      return engine(YAML.readValue(file, EngineForm.class));
    } catch (JacksonException e) {
      throw new BadEngineException(file + line(file, e) + ": " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new BadEngineException(file + ": " + e.getMessage(), e);
    }
  }

  /** The parser has read ahead when it meets an unknown field: look for that field's own line. */
  private static String line(Path file, JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      var lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().startsWith(unknown.getPropertyName() + ":")) {
          return ":" + (i + 1);
        }
      }
    }
    var location = e.getLocation();
    return location == null ? "" : ":" + location.getLineNr();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Engine engine(EngineForm form) {
    var chart = Path.of(need(form.chart(), "chart"));
    return new Engine(
        need(form.name(), "name"),
        need(form.title(), "title"),
        need(form.description(), "description"),
        chart,
        chartVersion(chart),
        valuesFile(form.valuesFile()),
        orEmpty(form.values()),
        plans(need(form.plans(), "plans")),
        orEmpty(form.secrets()),
        need(form.endpoints(), "endpoints"),
        need(form.credentials(), "credentials"),
        Duration.parse(need(form.deadline(), "deadline")),
        readiness(need(form.readiness(), "readiness")),
        steps(form.sale(), "sale"),
        need(form.order(), "order"));
  }

  private static String chartVersion(Path chart) {
    var file = chart.resolve("Chart.yaml");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("chart: no " + file.toAbsolutePath());
    }
    var version = YAML.readTree(file).path("version");
    if (version.isMissingNode()) {
      throw new IllegalArgumentException("chart: " + file + " has no version");
    }
    return version.asString();
  }

  private @Nullable Path valuesFile(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var match = VARIABLE.matcher(text);
    if (!match.matches()) {
      return existing(Path.of(text));
    }
    var chosen = environment.apply(match.group(1));
    return existing(Path.of(chosen == null || chosen.isBlank() ? match.group(2) : chosen));
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("valuesFile: no file " + file.toAbsolutePath());
    }
    return file;
  }

  private static Map<String, Engine.Plan> plans(Map<String, Engine.Plan> plans) {
    if (plans.isEmpty()) {
      throw new IllegalArgumentException("plans: at least one is needed");
    }
    plans.forEach(
        (name, plan) -> {
          need(plan.title(), "plans." + name + ".title");
          need(plan.quota(), "plans." + name + ".quota");
          need(plan.values(), "plans." + name + ".values");
        });
    return plans;
  }

  private static Engine.Readiness readiness(Engine.Readiness readiness) {
    return new Engine.Readiness(
        steps(readiness.live(), "readiness.live"), steps(readiness.canSell(), "readiness.canSell"));
  }

  private static List<ScenarioStep> steps(@Nullable List<ScenarioStep> steps, String field) {
    return orEmpty(steps).stream().map(step -> step(step, field)).toList();
  }

  private static ScenarioStep step(ScenarioStep step, String field) {
    var name = need(step.name(), field + ".name");
    var request = need(step.request(), field + " \"" + name + "\": request");
    var expect = need(step.expect(), field + " \"" + name + "\": expect");
    var form = orEmpty(request.form());
    if (request.json() != null && !form.isEmpty()) {
      throw new IllegalArgumentException(field + " \"" + name + "\": request has json and form");
    }
    return new ScenarioStep(
        name,
        new ScenarioStep.Request(
            need(request.method(), field + " \"" + name + "\": request.method"),
            need(request.path(), field + " \"" + name + "\": request.path"),
            orEmpty(request.headers()),
            request.json(),
            form),
        new ScenarioStep.Expectation(
            orEmpty(expect.status()), orEmpty(expect.json()), expect.contains()),
        orEmpty(step.capture()));
  }

  private static <T> T need(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }

  /** The file's form, before it is checked. */
  private record EngineForm(
      @Nullable String name,
      @Nullable String title,
      @Nullable String description,
      @Nullable String chart,
      @Nullable String valuesFile,
      @Nullable Map<String, Object> values,
      @Nullable Map<String, Engine.Plan> plans,
      @Nullable List<Engine.SecretTemplate> secrets,
      @Nullable List<Engine.Endpoint> endpoints,
      Engine.@Nullable Credentials credentials,
      @Nullable String deadline,
      Engine.@Nullable Readiness readiness,
      @Nullable List<ScenarioStep> sale,
      Engine.@Nullable Order order) {}
}
