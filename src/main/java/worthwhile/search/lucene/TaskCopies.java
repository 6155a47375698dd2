package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.Apart;
import worthwhile.search.CountryLimit;
import worthwhile.search.Dimension;
import worthwhile.search.lucene.best.Best;

/** Copies of tasks that a search met, to be counted and listed as one task each. */
final class TaskCopies {
  private static final Comparator<Copy> HEAD_FIRST =
      Comparator.<Copy>comparingInt(copy -> copy.ranked().rank())
          .thenComparing(copy -> !copy.direct())
          .thenComparingLong(Copy::seen)
          .thenComparing(copy -> copy.ranked().id());

  private final int leftOut;
  private final long seenAfter;

  /**
   * A copy that passes every choice but one at most.
   *
   * @param task the number that its copies share
   * @param ranked where it stands among the results, if it is one
   * @param base why it stands apart, whatever country is asked for
   * @param failed the dimension whose choice it fails
   * @param numbers of its values, by the ordinal of the dimension
   */
  record Copy(
      long task,
      Best.Ranked ranked,
      int base,
      Optional<Dimension> failed,
      boolean direct,
      long seen,
      int[][] numbers,
      CountryLimit limit) {
    /** Why it stands apart as far as that matters to the facet of a dimension. */
    int apart(Dimension facet) {
      return facet == Dimension.COUNTRY ? base : ranked.apart();
    }
  }

  /**
   * Of a search.
   *
   * @param seenAfter a task does not count of which a copy that is listed was seen until then
   */
  TaskCopies(int leftOut, long seenAfter) {
    this.leftOut = leftOut;
    this.seenAfter = seenAfter;
  }

  /** Adds each task once to what was counted. */
  void addTo(SearchTotals totals, Collection<Copy> copies) throws IOException {
    Map<Long, List<Copy>> tasks = new HashMap<>();
    for (Copy copy : copies) tasks.computeIfAbsent(copy.task(), _ -> new ArrayList<>(2)).add(copy);
    for (List<Copy> task : tasks.values()) add(totals, task);
  }

  private void add(SearchTotals totals, List<Copy> copies) throws IOException {
    List<Copy> fit = copies.stream().filter(copy -> copy.failed().isEmpty()).toList();
    List<Copy> listed =
        fit.stream().filter(copy -> (copy.ranked().apart() & leftOut) == 0).toList();
    if (listed.stream().anyMatch(copy -> copy.seen() <= seenAfter)) return;
    Optional<Copy> head = listed.stream().min(HEAD_FIRST);
    if (head.isPresent()) totals.found(head.get().ranked());
    else
      fit.stream()
          .mapToInt(copy -> copy.ranked().apart() & leftOut)
          .boxed()
          .min(Comparator.comparingInt(Apart::rank))
          .ifPresent(totals::leftOut);
    for (Dimension dimension : Dimension.values()) count(totals, copies, dimension);
  }

  private void count(SearchTotals totals, List<Copy> copies, Dimension facet) {
    List<Offer> offers = new ArrayList<>(copies.size());
    for (Copy copy : copies) {
      int why = copy.apart(facet);
      boolean counts = copy.failed().isEmpty() || copy.failed().get() == facet;
      if (counts && (why & leftOut) == 0)
        offers.add(new Offer(copy.numbers()[facet.ordinal()], copy.limit(), why != 0));
    }
    if (offers.isEmpty()) return;
    boolean alike = facet != Dimension.COUNTRY || areAlike(offers);
    if (!alike) totals.offered(offers);
    else if (facet == Dimension.COUNTRY)
      count(totals.counts(facet, offers.getFirst().limit()), offers);
    else count(totals.counts(facet), offers);
  }

  private static boolean areAlike(List<Offer> offers) {
    for (Offer offer : offers) if (!offer.isAlike(offers.getFirst())) return false;
    return true;
  }

  /** Counts each value that any copy has once; it stands apart where each copy with it does. */
  private static void count(Counts into, List<Offer> offers) {
    for (int i = 0; i < offers.size(); i++)
      for (int number : offers.get(i).numbers()) {
        int first = 0;
        while (!offers.get(first).has(number)) first++;
        if (first == i) into.add(number, isApart(number, offers));
      }
  }

  private static boolean isApart(int number, List<Offer> offers) {
    for (Offer offer : offers) if (!offer.apart() && offer.has(number)) return false;
    return true;
  }

  /**
   * To whom a copy is offered whose task has others that are offered to others: rare, for copies
   * share what they state.
   */
  record Offer(int[] numbers, CountryLimit limit, boolean apart) {
    boolean isAlike(Offer other) {
      return Arrays.equals(numbers, other.numbers) && limit.equals(other.limit);
    }

    boolean has(int number) {
      for (int own : numbers) if (own == number) return true;
      return false;
    }
  }
}
