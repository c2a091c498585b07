package dev.uruimi.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an engine of its file's form. */
final class EngineReading {

  /** Names are part of paths and of labels. */
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

  private static final String PICTURE = "picture.svg";
  private static final long LARGEST_PICTURE = 256 * 1024;

  private final EngineForm form;
  private final Path folder;
  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param folder where the form was found
   * @param environment gives the value of an environment variable, or null
   */
  EngineReading(EngineForm form, Path folder, UnaryOperator<@Nullable String> environment) {
    this.form = form;
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * The engine, if all of the form is right.
   *
   * @throws BadFieldException naming what is not
   */
  Engine engine() {
    var chartField = Field.of("chart");
    var chartFolder = EnginePaths.of(folder, chartField.need(form.chart()));
    var described = Chart.at(chartFolder, chartField);
    var chosenFile = valuesFile();
    var checkedPlans = plans();
    var ours = form.values() == null ? Map.<String, Object>of() : form.values();
    return new Engine(
        name(Field.of("name"), form.name()),
        Field.of("title").need(form.title()),
        Field.of("description").need(form.description()),
        Boolean.TRUE.equals(form.preferred()),
        picture(),
        chartFolder,
        described.version(),
        chosenFile,
        ours,
        choices(described, chosenFile, ours, checkedPlans),
        checkedPlans,
        secrets(),
        endpoints(),
        credentials(),
        deadline(),
        readiness(),
        Scenarios.checked(Field.of("sale"), form.sale()),
        order());
  }

  private static String name(Field field, @Nullable String text) {
    var name = field.need(text);
    if (!NAME.matcher(name).matches()) {
      throw field.bad(
          "must have 1 to 40 characters of a-z, 0-9 and -, the first a letter, not \"%s\""
              .formatted(name));
    }
    return name;
  }

  private @Nullable Path picture() {
    var picture = folder.resolve(PICTURE);
    if (!Files.exists(picture)) {
      return null;
    }
    var length = picture.toFile().length();
    if (length > LARGEST_PICTURE) {
      throw Field.ROOT.bad(
          "has a %s of %d bytes beside it; at most %d".formatted(PICTURE, length, LARGEST_PICTURE));
    }
    return picture;
  }

  private @Nullable Path valuesFile() {
    if (form.valuesFile() == null) {
      return null;
    }
    var field = Field.of("valuesFile");
    var variable = EnginePaths.variable(form.valuesFile());
    var chosen = variable == null ? null : environment.apply(variable);
    var file =
        chosen == null || chosen.isBlank()
            ? EnginePaths.of(folder, EnginePaths.usual(form.valuesFile()))
            : Path.of(chosen);
    if (!Files.isRegularFile(file)) {
      throw field.bad(
          "names no file: %s%s"
              .formatted(
                  file.toAbsolutePath(),
                  chosen == null || chosen.isBlank() ? "" : " (from " + variable + ")"));
    }
    return file;
  }

  private Choices choices(
      Chart described,
      @Nullable Path chosenFile,
      Map<String, Object> ours,
      Map<String, Engine.Plan> checkedPlans) {
    var defaults =
        chosenFile == null
            ? described.defaults()
            : ValueTrees.overlay(
                described.defaults(), Chart.values(chosenFile, Field.of("valuesFile")));
    var settled = new LinkedHashMap<String, Map<String, Object>>();
    settled.put("the engine's values", ours);
    checkedPlans.forEach((plan, size) -> settled.put("the plan " + plan, size.values()));
    return new ChoiceSchema(described, defaults, settled)
        .of(Field.of("choices"), form.choices() == null ? List.of() : form.choices());
  }

  private Map<String, Engine.Plan> plans() {
    var field = Field.of("plans");
    var checked = new LinkedHashMap<String, Engine.Plan>();
    field
        .need(form.plans())
        .forEach(
            (planName, plan) -> {
              var here = field.to(planName);
              name(here, planName);
              checked.put(planName, plan(here, here.need(plan)));
            });
    if (checked.isEmpty()) {
      throw field.bad("needs at least one plan");
    }
    return checked;
  }

  private static Engine.Plan plan(Field here, Engine.Plan plan) {
    return new Engine.Plan(
        here.to("title").need(plan.title()),
        here.to("description").need(plan.description()),
        Quota.checked(here.to("quota"), here.to("quota").need(plan.quota())),
        here.to("values").need(plan.values()));
  }

  private List<Engine.SecretTemplate> secrets() {
    return Lists.checked(
        Field.of("secrets"),
        form.secrets(),
        (here, secret) -> {
          var keys = new LinkedHashMap<String, Engine.SecretKey>();
          here.to("keys")
              .need(secret.keys())
              .forEach((key, value) -> keys.put(key, secret(here.to("keys").to(key), value)));
          return new Engine.SecretTemplate(here.to("name").need(secret.name()), keys);
        });
  }

  private static Engine.SecretKey secret(Field here, Engine.@Nullable SecretKey given) {
    var key = here.need(given);
    var generate = key.generate();
    if ((key.value() == null) == (generate == null)) {
      throw here.bad("needs either value or generate");
    }
    if (generate == Engine.Generator.PASSWORD) {
      positive(here.to("length"), key.length());
    } else if (generate == Engine.Generator.HEX) {
      positive(here.to("bytes"), key.bytes());
    }
    return key;
  }

  private static void positive(Field field, @Nullable Integer number) {
    if (field.need(number) < 1) {
      throw field.bad("must be 1 or more, not " + number);
    }
  }

  private List<Engine.Endpoint> endpoints() {
    var field = Field.of("endpoints");
    return Lists.checked(
        field,
        field.need(form.endpoints()),
        (here, endpoint) -> {
          here.to("name").need(endpoint.name());
          if (!here.to("path").need(endpoint.path()).startsWith("/")) {
            throw here.to("path").bad("must start with a /");
          }
          return endpoint;
        });
  }

  private Engine.Credentials credentials() {
    var field = Field.of("credentials");
    var where = field.need(form.credentials());
    field.to("secret").need(where.secret());
    field.to("usernameKey").need(where.usernameKey());
    field.to("passwordKey").need(where.passwordKey());
    return where;
  }

  private Duration deadline() {
    var field = Field.of("deadline");
    try {
      var duration = Duration.parse(field.need(form.deadline()));
      if (!duration.isPositive()) {
        throw field.bad("must be more than nothing");
      }
      return duration;
    } catch (DateTimeException e) {
      throw new BadFieldException(
          field, "is no ISO 8601 duration like PT5M: \"" + form.deadline() + "\"", e);
    }
  }

  private Engine.Readiness readiness() {
    var field = Field.of("readiness");
    var wanted = field.need(form.readiness());
    return new Engine.Readiness(
        Scenarios.checked(field.to("live"), wanted.live()),
        Scenarios.checked(field.to("canSell"), wanted.canSell()));
  }

  private Engine.Order order() {
    var field = Field.of("order");
    var wanted = field.need(form.order());
    field.to("number").need(wanted.number());
    return wanted;
  }
}
