package dev.uruimi.local.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreApiTest {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final FakeApi server;
  private final StoreApi api;

  StoreApiTest() throws Exception {
    server = new FakeApi();
    api = server.client();
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void allPagesAreRead() throws InterruptedException {
    server
        .answers(200, JSON, "{\"stores\":[{\"id\":\"a\"}],\"nextCursor\":\"x/y\"}")
        .answers(200, JSON, "{\"stores\":[{\"id\":\"b\"}],\"nextCursor\":null}");

    assertThat(api.list("ready")).extracting(Store::id).containsExactly("a", "b");
    assertThat(server.requests())
        .containsExactly(
            "GET /stores?limit=200&status=ready",
            "GET /stores?limit=200&status=ready&cursor=x%2Fy");
  }

  @Test
  void onlyTheStoresOfAnOwnerAreAskedFor() throws InterruptedException {
    server.answers(200, JSON, "{\"stores\":[],\"nextCursor\":null}");

    assertThat(api.list(null, "ada&co")).isEmpty();
    assertThat(server.requests()).containsExactly("GET /stores?limit=200&owner=ada%26co");
  }

  @Test
  void aChangeHoldsWhatChangesAlone() throws InterruptedException {
    server.answers(200, JSON, "{\"id\":\"k7m2p9x4qd\",\"name\":\"Bea's \\\"Tea\\\"\"}");
    server.answers(202, JSON, "{\"id\":\"k7m2p9x4qd\",\"plan\":\"large\"}");

    assertThat(api.rename("k7m2p9x4qd", "Bea's \"Tea\"").name()).isEqualTo("Bea's \"Tea\"");
    assertThat(api.resize("k7m2p9x4qd", "large").plan()).isEqualTo("large");
    assertThat(server.requests()).containsOnly("PATCH /stores/k7m2p9x4qd").hasSize(2);
    assertThat(server.bodies())
        .containsExactly("{\"name\":\"Bea's \\\"Tea\\\"\"}", "{\"plan\":\"large\"}");
  }

  @Test
  void theNameOfTheNamespaceWillDoAsAnId() throws InterruptedException {
    server.answers(200, JSON, "{\"id\":\"k7m2p9x4qd\"}");

    api.get("store-k7m2p9x4qd");

    assertThat(server.requests()).containsExactly("GET /stores/k7m2p9x4qd");
  }

  @Test
  void aRefusedFieldIsNamedAndIsAUsageError() {
    server.answers(
        422,
        PROBLEM,
        """
        {"title": "Not valid", "detail": "name must have 1 to 60 characters",
         "errors": [{"field": "name", "detail": "must have 1 to 60 characters"}]}""");

    assertThatThrownBy(() -> api.create("", "medusa", "small"))
        .hasMessage("Not valid")
        .asInstanceOf(type(CommandFailed.class))
        .satisfies(
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.advice()).isEqualTo("name must have 1 to 60 characters");
            });
  }

  @Test
  void theEngineThatSaysSoIsPreferred() throws InterruptedException {
    server.answers(200, JSON, "{\"engines\":[{\"name\":\"a\"},{\"name\":\"b\",\"default\":true}]}");
    server.answers(
        200, JSON, "{\"engines\":[{\"name\":\"a\"},{\"name\":\"b\",\"default\":false}]}");

    assertThat(api.preferredEngine()).isEqualTo("b");
    assertThat(api.preferredEngine()).isEqualTo("a");
  }

  @Test
  void anUnknownStoreHasAnExitCodeOfItsOwn() {
    server.answers(404, PROBLEM, "{\"title\": \"No such store\"}");

    assertThatThrownBy(() -> api.get("nope"))
        .asInstanceOf(type(CommandFailed.class))
        .extracting(CommandFailed::exitCode)
        .isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void whenNobodyAnswersThePersonIsToldHowToStart() {
    server.close();

    assertThatThrownBy(() -> api.get("k7m2p9x4qd"))
        .asInstanceOf(type(CommandFailed.class))
        .satisfies(
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_RUNNING);
              assertThat(failure.advice()).contains("./uruimi up");
            });
  }

  @Test
  void theTextOfCredentialsHidesThePassword() {
    assertThat(new Credentials("ada", "secret")).hasToString("Credentials[username=ada]");
  }
}
