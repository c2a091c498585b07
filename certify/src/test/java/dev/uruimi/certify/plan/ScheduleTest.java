package dev.uruimi.certify.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.certify.faults.FaultKind;
import dev.uruimi.certify.faults.FaultKinds;
import dev.uruimi.certify.stores.RequestKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static final List<Target> TARGETS =
      FaultKinds.ALL.stream().map(FaultKind::target).toList();

  @Test
  void theSameSeedGivesTheSameSequenceOfInjectionsAndRequests() {
    assertThat(rounds(schedule(7, 20, 1), 100)).isEqualTo(rounds(schedule(7, 20, 1), 100));
  }

  @Test
  void anotherSeedNumberOfStoresOrKindsGivesAnother() {
    var usual = rounds(schedule(7, 20, 1), 20);

    assertThat(rounds(schedule(8, 20, 1), 20)).isNotEqualTo(usual);
    assertThat(rounds(schedule(7, 21, 1), 20)).isNotEqualTo(usual);
    assertThat(rounds(new Schedule(7, 20, TARGETS.subList(0, 9), 1, List.of()), 20))
        .isNotEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void everyKindComesOnceBeforeAnyComesAgain(int width) {
    var schedule = schedule(3, 20, width);
    var seen = new ArrayList<Integer>();
    Round last;
    do {
      last = schedule.next();
      last.hits().forEach(hit -> seen.add(hit.fault()));
    } while (!schedule.isDeckDone());

    // the last round is the mixed one
    var deck = seen.subList(0, seen.size() - last.hits().size());
    assertThat(deck)
        .containsExactlyInAnyOrderElementsOf(
            FaultKinds.ALL.stream().map(FaultKind::number).toList());
    assertThat(last.hits()).hasSizeGreaterThan(1);
  }

  @Test
  void whatHurtsThePlatformComesAloneAndWhatHurtsItsStoresSideBySide() {
    var schedule = schedule(11, 40, 1);
    var sizes = new ArrayList<Integer>();
    while (true) {
      var round = schedule.next();
      if (schedule.isDeckDone()) {
        break;
      }
      var perStore = round.hits().stream().filter(hit -> target(hit.fault()).perStore()).count();
      sizes.add((int) perStore);
      assertThat(perStore == 0 ? round.hits().size() : perStore)
          .isEqualTo(perStore == 0 ? 1 : round.hits().size());
    }
    assertThat(sizes).anyMatch(size -> size > 1);
  }

  @Test
  void groupsOfARoundAreDisjointAndKindsDoNotDisturbEachOther() {
    for (var round : rounds(schedule(5, 60, 4), 200)) {
      var slots = round.hits().stream().flatMap(hit -> hit.slots().stream()).toList();
      assertThat(new HashSet<>(slots)).hasSameSizeAs(slots);
      for (var hit : round.hits()) {
        assertThat(round.hits())
            .filteredOn(other -> other != hit)
            .noneMatch(other -> target(hit.fault()).disturbs(target(other.fault())));
      }
    }
  }

  @Test
  void itCreatesRetriesAndDeletesStoresAndMakesSomeFail() {
    var operations = rounds(schedule(1, 20, 1), 100).stream().flatMap(ScheduleTest::operations);
    var kinds =
        operations.collect(
            Collectors.groupingBy(
                operation -> operation.kind() + (operation.breaks() == null ? "" : "!"),
                Collectors.counting()));

    assertThat(kinds).containsKeys("CREATE", "CREATE!", "RETRY", "DELETE");
    assertThat(kinds.get("CREATE")).isGreaterThan(kinds.get("CREATE!"));
  }

  @Test
  void aStoreIsNotCreatedWhereOneStands() {
    var standing = new HashSet<Integer>();
    for (var round : rounds(schedule(2, 10, 2), 200)) {
      operations(round)
          .forEach(
              operation -> {
                if (operation.kind() == RequestKind.CREATE) {
                  assertThat(standing.add(operation.slot())).isTrue();
                } else if (operation.kind() == RequestKind.DELETE) {
                  standing.remove(operation.slot());
                }
              });
    }
  }

  @Test
  void ordinalsCountTheInjectionsOfAKind() {
    var ordinals =
        rounds(schedule(9, 20, 1), 100).stream()
            .flatMap(round -> round.hits().stream())
            .filter(hit -> hit.fault() == 17)
            .map(Hit::ordinal)
            .toList();

    assertThat(ordinals).startsWith(0, 1, 2);
  }

  private static Stream<Operation> operations(Round round) {
    return Stream.concat(
        round.prepare().stream(),
        round.hits().stream()
            .flatMap(hit -> Stream.concat(hit.before().stream(), hit.during().stream())));
  }

  private static Target target(int number) {
    return FaultKinds.numbered(number).target();
  }

  private static Schedule schedule(long seed, int stores, int width) {
    return new Schedule(seed, stores, TARGETS, width, List.of("quota", "chart"));
  }

  private static List<Round> rounds(Schedule schedule, int count) {
    return Stream.generate(schedule::next).limit(count).toList();
  }
}
