package dev.uruimi.certify.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir private Path folder;

  @Test
  void whatWasAcceptedIsThereAfterARestart() throws IOException {
    var file = folder.resolve("accepted.jsonl");
    try (var ledger = Ledger.open(file)) {
      ledger.add(entry(3, "a000000001", RequestKind.CREATE));
      ledger.add(entry(3, "a000000001", RequestKind.DELETE));
      ledger.add(entry(3, "a000000002", RequestKind.CREATE));
    }

    try (var again = Ledger.open(file)) {
      assertThat(again.accepted()).hasSize(3);
      assertThat(again.accepted().getFirst().kind()).isEqualTo(RequestKind.CREATE);
      assertThat(again.storeIn("c", 3)).contains("a000000002");
      assertThat(again.storeIn("c", 4)).isEmpty();
      assertThat(again.storeIn("another campaign", 3)).isEmpty();
    }
  }

  @Test
  void aLineCutShortByACrashIsDroppedAndTheNextIsWhole() throws IOException {
    var file = folder.resolve("accepted.jsonl");
    try (var ledger = Ledger.open(file)) {
      ledger.add(entry(1, "a000000001", RequestKind.CREATE));
    }
    Files.writeString(file, "{\"campaign\":\"c\",\"sl", StandardOpenOption.APPEND);

    try (var again = Ledger.open(file)) {
      again.add(entry(2, "a000000002", RequestKind.CREATE));
    }

    try (var third = Ledger.open(file)) {
      assertThat(third.accepted()).hasSize(2);
    }
  }

  private static Ledger.Entry entry(int slot, String store, RequestKind kind) {
    return new Ledger.Entry(
        "c",
        slot,
        new AcceptedRequest(store, kind, 1, null, Instant.parse("2026-01-01T00:00:00Z")));
  }
}
