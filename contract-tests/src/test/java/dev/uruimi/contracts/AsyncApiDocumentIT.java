package dev.uruimi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.cluster.ContractPrograms;
import dev.uruimi.local.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document of the events, as AsyncAPI's own parser reads it, schemas included. */
class AsyncApiDocumentIT {

  private static final Path RESOURCES = Path.of("common-events/src/main/resources");

  @TempDir private Path folder;

  @Test
  void isValid() throws Exception {
    assertThat(ContractPrograms.asyncApiParser(document(RESOURCES)).run())
        .contains("valid: 10 messages");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "asyncapi.yaml | action: send                | action: shout",
        "asyncapi.yaml | channels/storeEvents        | channels/noSuchChannel",
        "asyncapi.yaml | title: Uruimi store events  | titel: Uruimi store events",
        "asyncapi.yaml | store.ready.v1.json         | store.steady.v1.json",
        "schemas/dev.uruimi.store.ready.v1.json | \"object\" | \"objekt\"",
      })
  void aMistakeIsFound(String file, String from, String to) throws Exception {
    copy();
    var text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));

    var parser = ContractPrograms.asyncApiParser(document(folder));

    assertThatThrownBy(parser::run).isInstanceOf(IOException.class).hasMessageContaining("error ");
  }

  private void copy() throws IOException {
    Trees.delete(folder);
    try (var files = Files.walk(RESOURCES)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(RESOURCES.relativize(file).toString()));
      }
    }
  }

  private static Path document(Path folder) {
    return folder.resolve("asyncapi.yaml").toAbsolutePath();
  }
}
