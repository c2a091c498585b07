package dev.uruimi.cleanup.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.StoreId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
  private static final Duration GRACE = Duration.ofHours(1);

  private final Judgement judgement = new Judgement(GRACE, 3);
  private final StoreId id = StoreId.random(new SecureRandom());

  @Test
  void aLiveStoreIsNoFinding() {
    var verdict = judge(Map.of(id, Standing.PRESENT_AND_WAS_READY), namespace(id, null));

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.remove()).isEmpty();
  }

  @Test
  void aStoreThatIsBeingRemovedIsNoFinding() {
    assertThat(judge(Map.of(id, Standing.GOING), namespace(id, null)).findings()).isEmpty();
  }

  @Test
  void whatATombstoneCoversGoesAtOnce() {
    var item = namespace(id, null);

    assertThat(judge(Map.of(id, Standing.GONE), item).remove()).containsExactly(item);
  }

  @Test
  void whatHasNoRecordIsRememberedAndStaysForTheGrace() {
    var orphan = namespace(id, null);

    var verdict = judge(others(2), orphan, others(2));

    assertThat(verdict.remember()).containsExactly(orphan);
    assertThat(verdict.remove()).isEmpty();
    assertThat(verdict.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.removeAt()).isEqualTo(NOW.plus(GRACE)));
  }

  @Test
  void whatHasNoRecordGoesWhenTheGraceIsOver() {
    var orphan = namespace(id, NOW.minus(GRACE));

    assertThat(judge(others(2), orphan, others(2)).remove()).containsExactly(orphan);
    var early = namespace(id, NOW.minus(GRACE).plusMillis(1));
    assertThat(judge(others(2), early, others(2)).remove()).isEmpty();
  }

  @Test
  void nothingYoungerThanTheGraceGoesWhateverItsAnnotationSays() {
    var made = NOW.minusSeconds(60);
    var forged = new Item(Kind.NAMESPACE, id.namespace(), id, true, null, made, LONG_AGO);

    var verdict = judge(others(2), forged, others(2));

    assertThat(verdict.remove()).isEmpty();
    assertThat(verdict.findings().getFirst().removeAt()).isEqualTo(made.plus(GRACE));
  }

  @Test
  void whatIsNotOursIsOnlyShownEvenBesideATombstone() {
    var alike = new Item(Kind.NAMESPACE, id.namespace(), id, false, null, LONG_AGO, LONG_AGO);

    for (var records : List.of(Map.of(id, Standing.GONE), others(2))) {
      var verdict = judge(records, alike, others(2));
      assertThat(verdict.remove()).isEmpty();
      assertThat(verdict.remember()).isEmpty();
      assertThat(verdict.findings())
          .singleElement()
          .satisfies(f -> assertThat(f.removeAt()).isNull());
    }
  }

  @Test
  void whatIsToBeKeptIsOnlyShown() {
    var kept = new Item(Kind.VOLUME, "v", id, true, "Retain.", LONG_AGO, LONG_AGO);

    assertThat(judge(Map.of(id, Standing.GONE), kept).remove()).isEmpty();
  }

  @Test
  void nothingGoesWhenThereIsNoRecordAtAll() {
    var verdict = judge(Map.of(), namespace(id, LONG_AGO));

    assertThat(verdict.remove()).isEmpty();
    assertThat(verdict.held()).contains("no store record at all");
    assertThat(verdict.heldCount()).isEqualTo(1);
  }

  @Test
  void nothingGoesWhenMoreThanHalfOfTheStoresHaveNoRecord() {
    var verdict = judge(Map.of(other(0), Standing.PRESENT), two());

    assertThat(verdict.remove()).isEmpty();
    assertThat(verdict.held()).contains("2 of 3");
  }

  @Test
  void nothingGoesWhenTooManyThingsHaveNoRecord() {
    var lost = new ArrayList<Item>();
    for (int i = 10; i < 14; i++) {
      lost.add(namespace(other(i), LONG_AGO));
    }
    var records = others(9);
    others(9).keySet().forEach(store -> lost.add(namespace(store, null)));

    var verdict = judgement.of(new Sight(lost, records), NOW, null);

    assertThat(verdict.remove()).isEmpty();
    assertThat(verdict.held()).contains("more than 3");
  }

  @Test
  void whoeverNamesTheRightNumberMayHaveHeldThingsRemoved() {
    var item = namespace(id, LONG_AGO);
    var sight = new Sight(List.of(item), Map.of());

    assertThat(judgement.of(sight, NOW, 2).remove()).isEmpty();
    assertThat(judgement.of(sight, NOW, 1).remove()).containsExactly(item);
  }

  @Test
  void aTombstoneIsReasonEnoughWhateverElseIsSuspicious() {
    var gone = namespace(other(7), null);

    var verdict =
        judgement.of(
            new Sight(
                List.of(gone, namespace(id, LONG_AGO), namespace(other(8), LONG_AGO)),
                Map.of(other(7), Standing.GONE)),
            NOW,
            null);

    assertThat(verdict.held()).isNotNull();
    assertThat(verdict.remove()).containsExactly(gone);
  }

  @Test
  void whatHasARecordAgainIsForgotten() {
    var back = namespace(id, LONG_AGO);

    assertThat(judge(Map.of(id, Standing.PRESENT), back).forget()).containsExactly(back);
  }

  @Test
  void aStoreThatWasReadyAndHasNoNamespaceIsShown() {
    var verdict = judge(Map.of(id, Standing.PRESENT_AND_WAS_READY));

    assertThat(verdict.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.RECORD));
    assertThat(judge(Map.of(id, Standing.PRESENT)).findings()).isEmpty();
  }

  private Verdict judge(Map<StoreId, Standing> records, Item... items) {
    return judgement.of(new Sight(List.of(items), records), NOW, null);
  }

  private Verdict judge(Map<StoreId, Standing> records, Item item, Map<StoreId, Standing> live) {
    var items = new ArrayList<Item>(List.of(item));
    live.keySet().forEach(store -> items.add(namespace(store, null)));
    var all = new HashMap<>(live);
    all.putAll(records);
    return judgement.of(new Sight(items, all), NOW, null);
  }

  private Item[] two() {
    return new Item[] {
      namespace(id, LONG_AGO), namespace(other(1), LONG_AGO), namespace(other(0), null)
    };
  }

  private static Map<StoreId, Standing> others(int count) {
    var all = new HashMap<StoreId, Standing>();
    for (int i = 0; i < count; i++) {
      all.put(other(i), Standing.PRESENT);
    }
    return all;
  }

  private static StoreId other(int number) {
    return new StoreId("zzzzzzzz%02d".formatted(number));
  }

  private static Item namespace(StoreId id, @Nullable Instant since) {
    return new Item(Kind.NAMESPACE, id.namespace(), id, true, null, LONG_AGO, since);
  }
}
