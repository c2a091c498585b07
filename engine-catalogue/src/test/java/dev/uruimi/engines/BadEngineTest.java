package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad engine is refused when the catalogue is loaded, with file, line, field and reason. */
class BadEngineTest {

  private static final String GOOD =
      """
      name: window
      title: Window
      description: A static shop window
      chart: ./chart
      valuesFile: ./chart/values.yaml
      values: {store: {id: "${storeId}"}}
      choices: [store.greeting]
      plans:
        small:
          title: Small
          description: small
          quota: {pods: "2", requests.memory: 1Gi, limits.memory: 2Gi}
          values: {size: 1}
      secrets:
        - name: s
          keys:
            u: {value: admin}
            p: {generate: password, length: 20}
      endpoints: [{name: shop, path: /}]
      credentials: {secret: s, usernameKey: u, passwordKey: p}
      deadline: PT1M
      readiness:
        live: []
        canSell:
          - name: page
            request: {method: GET, path: /}
            expect: {status: [200]}
      order: {number: n}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aGoodEngine() throws IOException {
    var chart = Files.createDirectories(folder.resolve("window/chart"));
    Files.writeString(chart.resolve("Chart.yaml"), "name: window\nversion: 1.2.3\n");
    Files.writeString(chart.resolve("values.yaml"), "store: {greeting: Hello}\n");
    Files.writeString(
        chart.resolve("values.schema.json"),
        """
        {"type": "object",
         "definitions": {"text": {"type": "string", "maxLength": 60}, "loop": {"$ref": "#/definitions/loop"}},
         "properties": {
           "size": {"type": "integer"},
           "store": {"type": "object", "properties": {
             "id": {"type": "string"},
             "greeting": {"$ref": "#/definitions/text"},
             "loop": {"$ref": "#/definitions/loop"},
             "anything": {"description": "no type at all"},
             "list": {"type": "array"}}}}}
        """);
    file = folder.resolve("window/engine.yaml");
    Files.writeString(file, GOOD);
    EngineCatalogue.load(folder, _ -> null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title: Window             | titel: Window           | 2  | titel is not known here; known are
          expect: {status: [200]}   | expects: {}             | 27 | readiness.canSell.0.expects is not known here
          title: Window             |                         | 1  | title is missing
          title: Small              |                         | 9  | plans.small.title is missing
          title: Window             | title: [Window]         | 2  | title must be a text
          endpoints: [{name: shop, path: /}] | endpoints: 5   | 19 | endpoints must be a list
          length: 20                | length: many            | 18 | secrets.0.keys.p.length must be a whole number
          generate: password        | generate: magic         | 18 | secrets.0.keys.p.generate cannot be read
          generate: password, length: 20 | generate: hex      | 18 | secrets.0.keys.p.bytes is missing
          u: {value: admin}         | u: {value: a, generate: hex} | 17 | secrets.0.keys.u needs either value or generate
          small:                    | small: 7 #              | 9  | while parsing a block mapping
          values: {size: 1}         | values: 7               | 13 | plans.small.values must be an object
          title: Window             | title: {{               | 2  | Expected a property name
          title: Window             | title: " "              | 2  | title is empty
          title: Window             | name: other             | 2  | Duplicate
          name: window              | name: Window            | 1  | name must have 1 to 40 characters of a-z
          chart: ./chart            | chart: ./no-chart       | 4  | chart names no chart: there is no
          valuesFile: ./chart/values.yaml | valuesFile: ./no.yaml | 5 | valuesFile names no file
          valuesFile: ./chart/values.yaml | valuesFile: ${X:./no.yaml} | 5 | valuesFile names no file
          pods: "2"                 | pods: many              | 12 | plans.small.quota.pods is no quantity
          pods: "2"                 | pods: "-2"              | 12 | plans.small.quota.pods is no quantity
          pods: "2"                 | pods: "1.5"             | 12 | plans.small.quota.pods must be a whole number
          pods: "2"                 | pods: "0"               | 12 | plans.small.quota.pods lets nothing run
          pods: "2"                 | pots: "2"               | 12 | plans.small.quota.pots is nothing that a ResourceQuota limits
          requests.memory: 1Gi      | requests.memory: 3Gi    | 12 | plans.small.quota.requests.memory is more than limits.memory
          requests.memory: 1Gi      | requests.memory: 1GB    | 12 | plans.small.quota.requests.memory is no quantity
          requests.memory: 1Gi      | requests.memory: null   | 12 | plans.small.quota.requests.memory is missing
          [store.greeting]          | [store.colour]          | 7  | choices.0 names store.colour, which the chart's values.schema.json lacks
          [store.greeting]          | [store.greeting, store.greeting] | 7 | choices.1 names store.greeting a second time
          [store.greeting]          | [store.id]              | 7  | choices.0 names store.id, which is set by the engine's values
          [store.greeting]          | [size]                  | 7  | choices.0 names size, which is set by the plan small
          [store.greeting]          | [store]                 | 7  | choices.0 names store, which is set by the engine's values
          [store.greeting]          | [store.list]            | 7  | choices.0 names store.list, which by the chart's schema is not one text
          [store.greeting]          | [store.anything]        | 7  | choices.0 names store.anything, which by the chart's schema is not one text
          [store.greeting]          | [store.loop]            | 7  | cannot be followed
          [store.greeting]          | ["store..greeting"]     | 7  | choices.0 must be names with dots between them
          [store.greeting]          | store.greeting          | 7  | choices must be a list
          deadline: PT1M            | deadline: 1 minute      | 21 | deadline is no ISO 8601 duration like PT5M
          deadline: PT1M            | deadline: PT0S          | 21 | deadline must be more than nothing
          path: /}]                 | path: shop}]            | 19 | endpoints.0.path must start with a /
          request: {method: GET, path: /} | request: {method: GET, path: /, json: {}, form: {a: b}} | 26 | readiness.canSell.0.request has json and form
          """)
  void isRefusedWithFileLineFieldAndReason(String good, String bad, int line, String reason)
      throws IOException {
    Files.writeString(file, GOOD.replace(good, bad == null ? "" : bad));

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .isInstanceOf(BadEngineException.class)
        .hasMessageStartingWith(file + ":" + line + ": ")
        .hasMessageContaining(reason);
  }

  @Test
  void aValuesFileOfTheEnvironmentThatIsNotThereIsRefusedWithItsVariable() throws IOException {
    Files.writeString(file, GOOD.replace("./chart/values.yaml", "${X_FILE:./chart/values.yaml}"));

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> "/no/such/file"))
        .hasMessageContaining("/no/such/file (from X_FILE)");
  }

  @Test
  void choicesNeedASchema() throws IOException {
    Files.delete(folder.resolve("window/chart/values.schema.json"));

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .hasMessageContaining("the chart has no values.schema.json to check it by");
  }

  @Test
  void twoEnginesOfOneNameAreRefused() throws IOException {
    var second = Files.createDirectory(folder.resolve("window2")).resolve("engine.yaml");
    Files.writeString(second, GOOD.replace("./chart", folder.resolve("window/chart").toString()));

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .isInstanceOf(BadEngineException.class)
        .hasMessageStartingWith(second + ":1: ")
        .hasMessageContaining("window is the name of the engine in " + file);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Files.writeString(file, "");

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .isInstanceOf(BadEngineException.class)
        .hasMessageStartingWith(file + ":1: ");
  }

  @Test
  void aPictureThatIsTooLargeIsRefused() throws IOException {
    Files.writeString(folder.resolve("window/picture.svg"), " ".repeat(300_000));

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .hasMessageContaining("picture.svg of 300000 bytes");
  }

  @Test
  void aFolderWithoutAnEngineIsRefused() throws IOException {
    var empty = Files.createDirectory(folder.resolve("nothing"));

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .isInstanceOf(BadEngineException.class)
        .hasMessage(empty + ": there is no engine.yaml in this folder");
  }

  @Test
  void aFileWhereAFolderShouldBeIsRefused() throws IOException {
    var misplaced = Files.writeString(folder.resolve("third.yaml"), GOOD);

    assertThatThrownBy(() -> EngineCatalogue.load(folder, _ -> null))
        .hasMessage(misplaced + ": an engine is a folder with an engine.yaml in it");
  }
}
