package worthwhile.site.minutes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the tasks that together pay most in a time, at most two of one requester: exactly, by what
 * can be had in each time with none, one and two tasks of each requester in turn. Of choices that
 * pay the same, one that takes least time; of tasks that pay the same in the same time, one of a
 * kind that is not among the chosen yet.
 *
 * <p>Work: tasks × time. 400 tasks and eight hours take some 4 million steps.
 */
final class Knapsack {
  /** Tasks of one requester. */
  static final int OF_ONE = 2;

  private static final long NEVER = Long.MIN_VALUE / 2;

  private final List<Item> items;
  private final int room;
  private final List<List<Integer>> groups;

  /**
   * One task.
   *
   * @param money what it pays, in millionths, 0 to 10¹²
   * @param time that it takes, in units of which there are at most some thousands; 1 or more
   * @param requester who offers it; absent if not known, so that it may be anybody
   * @param kind of work
   */
  record Item(long money, int time, Optional<String> requester, String kind) {
    Item {
      if (time < 1 || money < 0 || money > 1_000_000_000_000L)
        throw new IllegalArgumentException("out of bounds: " + money + " in " + time);
    }
  }

  private Knapsack(List<Item> items, int room) {
    this.items = items;
    this.room = room;
    this.groups = groups(items);
  }

  /**
   * The places in the list of the tasks to be chosen, in its order.
   *
   * @param room units of time, at most 100,000
   */
  static List<Integer> best(List<Item> items, int room) {
    Knapsack knapsack = new Knapsack(List.copyOf(items), room);
    List<Integer> chosen = new ArrayList<>(knapsack.chosen());
    knapsack.mix(chosen);
    return chosen.stream().sorted().toList();
  }

  private static List<List<Integer>> groups(List<Item> items) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String nobody = "\0" + i;
      groups
          .computeIfAbsent(items.get(i).requester().orElse(nobody), _ -> new ArrayList<>())
          .add(i);
    }
    return List.copyOf(groups.values());
  }

  /** Money first, then time that is left; comparable as one number. */
  private static long worth(Item item) {
    return (item.money() << 20) - item.time();
  }

  private Collection<Integer> chosen() {
    long[] best = new long[room + 1];
    long[][] had = new long[OF_ONE + 1][room + 1];
    List<Layers> layers = new ArrayList<>();
    for (List<Integer> group : groups) layers.add(new Layers(group, best, had));
    List<Integer> chosen = new ArrayList<>();
    int left = room;
    for (Layers made : layers.reversed()) left = made.take(left, chosen);
    return chosen;
  }

  /**
   * Which tasks of one requester are taken for what is best in each time. Of sums, only those of
   * the requester at hand are kept: a plan may be asked for by anybody, and by many at once.
   */
  private final class Layers {
    private final List<Integer> group;
    private final Map<Integer, BitSet[]> taken = new LinkedHashMap<>();
    private final byte[] most = new byte[room + 1];

    /**
     * Goes on from what was best without this requester.
     *
     * @param best of each time, before and after
     * @param had room for what can be had in each time with none, one and two of the tasks
     */
    Layers(List<Integer> group, long[] best, long[][] had) {
      this.group = group;
      System.arraycopy(best, 0, had[0], 0, best.length);
      for (int n = 1; n <= OF_ONE; n++) Arrays.fill(had[n], NEVER);
      for (int i : group) taken.put(i, add(items.get(i), had));
      for (int time = 0; time <= room; time++) {
        for (byte n = 1; n <= OF_ONE; n++) if (had[n][time] > had[most[time]][time]) most[time] = n;
        best[time] = had[most[time]][time];
      }
    }

    private BitSet[] add(Item item, long[][] had) {
      BitSet[] mine = new BitSet[OF_ONE + 1];
      for (int n = OF_ONE; n >= 1; n--) {
        mine[n] = new BitSet();
        for (int time = item.time(); time <= room; time++) {
          long with = had[n - 1][time - item.time()] + worth(item);
          if (had[n - 1][time - item.time()] <= NEVER || with <= had[n][time]) continue;
          had[n][time] = with;
          mine[n].set(time);
        }
      }
      return mine;
    }

    /** Notes the tasks of this requester that are chosen; the time that is left for the others. */
    private int take(int time, List<Integer> chosen) {
      int left = time;
      int n = most[time];
      for (int i : group.reversed()) {
        BitSet[] mine = taken.get(i);
        if (n == 0 || mine == null || !mine[n].get(left)) continue;
        chosen.add(i);
        left -= items.get(i).time();
        n--;
      }
      return left;
    }
  }

  /** Exchanges tasks for equal ones of other kinds. */
  private void mix(List<Integer> chosen) {
    for (int place = 0; place < chosen.size(); place++) {
      Set<String> kinds = new HashSet<>();
      for (int i : chosen) kinds.add(items.get(i).kind());
      if (kinds.size() == chosen.size()) return;
      int here = chosen.get(place);
      if (chosen.stream().filter(i -> sameKind(i, here)).count() < 2) continue;
      int at = place;
      other(here, kinds, chosen).ifPresent(i -> chosen.set(at, i));
    }
  }

  private boolean sameKind(int one, int other) {
    return items.get(one).kind().equals(items.get(other).kind());
  }

  private Optional<Integer> other(int here, Set<String> kinds, List<Integer> chosen) {
    Item item = items.get(here);
    for (int i = 0; i < items.size(); i++) {
      Item instead = items.get(i);
      boolean equal = instead.money() == item.money() && instead.time() == item.time();
      if (equal && !kinds.contains(instead.kind()) && fits(instead, here, chosen))
        return Optional.of(i);
    }
    return Optional.empty();
  }

  private boolean fits(Item instead, int here, List<Integer> chosen) {
    if (instead.requester().isEmpty()) return true;
    long others =
        chosen.stream()
            .filter(i -> i != here && items.get(i).requester().equals(instead.requester()))
            .count();
    return others < OF_ONE;
  }
}
