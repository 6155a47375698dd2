package worthwhile.site.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.site.minutes.Knapsack.Item;

/** What is chosen for a free time, beside trying everything. */
class KnapsackTest {
  private static Item item(long money, int time, String requester, String kind) {
    return new Item(money, time, Optional.ofNullable(requester), kind);
  }

  /** Money and time of the best choice, found by trying all of them. */
  private static long[] tried(List<Item> items, int room) {
    long[] best = {0, 0};
    for (int set = 0; set < 1 << items.size(); set++) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) if ((set >> i & 1) == 1) places.add(i);
      long[] sums = sums(items, places);
      boolean better = sums[0] > best[0] || (sums[0] == best[0] && sums[1] < best[1]);
      if (sums[1] <= room && atMostTwoOfOne(items, places) && better) best = sums;
    }
    return best;
  }

  private static long[] sums(List<Item> items, List<Integer> places) {
    return new long[] {
      places.stream().mapToLong(i -> items.get(i).money()).sum(),
      places.stream().mapToLong(i -> items.get(i).time()).sum()
    };
  }

  private static boolean atMostTwoOfOne(List<Item> items, List<Integer> places) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i : places)
      items.get(i).requester().ifPresent(name -> counts.merge(name, 1, Integer::sum));
    return counts.values().stream().allMatch(count -> count <= 2);
  }

  @Test
  void itIsAsGoodAsTryingEverything() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      List<Item> items = new ArrayList<>();
      int many = random.nextInt(13);
      for (int i = 0; i < many; i++) {
        String requester = random.nextInt(4) == 0 ? null : "r" + random.nextInt(3);
        items.add(
            item(random.nextInt(9), 1 + random.nextInt(12), requester, "k" + random.nextInt(3)));
      }
      int room = random.nextInt(40);
      List<Integer> chosen = Knapsack.best(items, room);
      assertThat(chosen).doesNotHaveDuplicates();
      assertThat(atMostTwoOfOne(items, chosen)).isTrue();
      assertThat(sums(items, chosen)).as("%s in %s", items, room).isEqualTo(tried(items, room));
    }
  }

  @Test
  void ofEqualTasksThoseOfDifferentKindsAreChosen() {
    List<Item> items =
        List.of(item(5, 10, "a", "survey"), item(5, 10, "b", "survey"), item(5, 10, "c", "speech"));
    assertThat(Knapsack.best(items, 20)).contains(2).hasSize(2);
    assertThat(Knapsack.best(items, 30)).hasSize(3);
  }

  @Test
  void hundredsOfTasksAndEightHoursAreNoWork() {
    Random random = new Random(1);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 400; i++)
      items.add(
          item(random.nextInt(9_000_000), 1 + random.nextInt(600), "r" + i % 90, "k" + i % 9));
    long start = System.nanoTime();
    assertThat(Knapsack.best(items, 4_000)).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, 0",
    "25, 25, 0",
    "29, 25, 0",
    "30, 25, 0",
    "31, 26, 5",
    "55, 50, 5",
    "60, 50, 5",
    "90, 75, 10"
  })
  void fiveMinutesOfRestFollowTwentyFiveOfWorkWhileWorkGoesOn(int free, int work, int rest) {
    assertThat(Breaks.work(Duration.ofMinutes(free))).isEqualTo(Duration.ofMinutes(work));
    assertThat(Breaks.rest(Duration.ofMinutes(work))).isEqualTo(Duration.ofMinutes(rest));
  }

  @Test
  void workAndRestFitIntoTheTime() {
    for (int free = 0; free <= 480; free++) {
      Duration work = Breaks.work(Duration.ofMinutes(free));
      assertThat(work.plus(Breaks.rest(work))).isLessThanOrEqualTo(Duration.ofMinutes(free));
      Duration more = work.plusMinutes(1);
      assertThat(more.plus(Breaks.rest(more))).isGreaterThan(Duration.ofMinutes(free));
    }
  }
}
