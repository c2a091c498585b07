package dev.uruimi.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.stores.FakeApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read is what {@code docs/cli.md} promises them. */
class JsonAnswersTest {

  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path API = Path.of("../docs/openapi.json");
  private static final String STORE =
      """
      {"id": "k7m2p9x4qd", "name": "Ann's Tea", "engine": "medusa", "status": "ready", "attempt": 1,
       "urls": {"shop": "http://store-k7m2p9x4qd.localhost/"}, "timeline": []}""";

  @TempDir private Path state;

  private FakeApi api;

  @BeforeEach
  void startApi() throws IOException {
    api = new FakeApi();
  }

  @AfterEach
  void stopApi() {
    api.close();
  }

  @Test
  void everyCommandThatHasThemIsOnThePage() throws IOException {
    var own = JsonAnswers.own(PAGE).keySet();
    var handedOn = JsonAnswers.handedOn(PAGE).keySet();

    assertThat(Stream.concat(own.stream(), handedOn.stream()))
        .containsExactlyInAnyOrderElementsOf(
            CommandReference.commands(Uruimi.commandLine()).stream()
                .filter(command -> command.optionsMap().containsKey("--json"))
                .filter(command -> command.findOption("--json").arity().max() == 0)
                .map(command -> command.qualifiedName(" "))
                .toList());
  }

  @Test
  void whatIsHandedOnIsDescribedByTheApi() throws IOException {
    var schemas = JsonMapper.shared().readTree(Files.readString(API)).at("/components/schemas");

    assertThat(JsonAnswers.handedOn(PAGE).values())
        .allMatch(name -> schemas.has(name), "is a schema of the API");
  }

  @ParameterizedTest
  @CsvSource({"status", "doctor"})
  void thoseOfThisMachineHaveTheFieldsOfThePage(String command) throws Exception {
    assertFields(command, run(command, "--json"));
  }

  @Test
  void theListHasTheFieldsOfThePage() throws Exception {
    api.answers(200, "application/json", "{\"stores\": [" + STORE + "], \"nextCursor\": null}");

    assertFields("store list", run("store", "list", "--json"));
  }

  @ParameterizedTest
  @CsvSource({"events", "open"})
  void thoseOfAStoreHaveTheFieldsOfThePage(String command) throws Exception {
    api.answers(200, "application/json", STORE);

    assertFields("store " + command, run("store", command, "k7m2p9x4qd", "--json"));
  }

  @Test
  void aLinkHasTheFieldsOfThePage() throws Exception {
    api.answers(
        201,
        "application/json",
        "{\"path\": \"/log-in#abc\", \"expiresAt\": \"2026-01-01T10:10:00Z\"}");

    assertFields("login", run("login", "--json"));
  }

  @Test
  void replaysHaveTheFieldsOfThePage() throws Exception {
    api.answers(200, "application/json", "{\"dryRun\": true, \"replays\": [], \"total\": 0}");

    assertFields("replay", run("replay", "--failed", "--dry-run", "--json"));
  }

  private static void assertFields(String command, JsonNode answer) throws IOException {
    assertThat(answer.propertyNames())
        .containsExactlyInAnyOrderElementsOf(JsonAnswers.own(PAGE).get("uruimi " + command));
  }

  /** What the command prints, in a process of its own. */
  private JsonNode run(String... arguments) throws Exception {
    var builder =
        new ProcessBuilder(OwnProcess.of(arguments)).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("URUIMI_API", api.address().toString());
    builder.environment().put("URUIMI_REPOSITORY", REPOSITORY.toString());
    builder.environment().put("URUIMI_STATE", state.toString());
    builder.environment().put("BROWSER", "true");
    var process = builder.start();
    var printed = process.getInputStream().readAllBytes();
    process.waitFor();
    return JsonMapper.shared().readTree(new String(printed, StandardCharsets.UTF_8));
  }
}
