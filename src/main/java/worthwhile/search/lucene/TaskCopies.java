package worthwhile.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.search.Apart;
import worthwhile.search.CountryLimit;
import worthwhile.search.Dimension;

/** Copies of tasks that a search met, to be counted and listed as one task each. */
final class TaskCopies {
  private static final Comparator<Copy> HEAD_FIRST =
      Comparator.<Copy>comparingInt(copy -> copy.ranked().rank())
          .thenComparing(copy -> !copy.direct())
          .thenComparingLong(Copy::seen)
          .thenComparing(copy -> copy.ranked().id());

  private final int leftOut;

  /**
   * A copy that passes every choice but one at most.
   *
   * @param task the number that its copies share
   * @param ranked where it stands among the results, if it is one
   * @param base why it stands apart, whatever country is asked for
   * @param failed the dimension whose choice it fails
   * @param numbers of its values, by dimension
   */
  record Copy(
      long task,
      Best.Ranked ranked,
      int base,
      Optional<Dimension> failed,
      boolean direct,
      long seen,
      Map<Dimension, int[]> numbers,
      CountryLimit limit) {
    /** Why it stands apart as far as that matters to the facet of a dimension. */
    int apart(Dimension facet) {
      return facet == Dimension.COUNTRY ? base : ranked.apart();
    }
  }

  TaskCopies(int leftOut) {
    this.leftOut = leftOut;
  }

  /** Adds each task once to what was counted. */
  void addTo(SearchTotals totals, Collection<Copy> copies) {
    copies.stream()
        .collect(Collectors.groupingBy(Copy::task, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(task -> add(totals, task));
  }

  private void add(SearchTotals totals, List<Copy> copies) {
    List<Copy> fit = copies.stream().filter(copy -> copy.failed().isEmpty()).toList();
    Optional<Copy> head =
        fit.stream().filter(copy -> (copy.ranked().apart() & leftOut) == 0).min(HEAD_FIRST);
    if (head.isPresent()) totals.found(head.get().ranked());
    else
      fit.stream()
          .mapToInt(copy -> copy.ranked().apart() & leftOut)
          .boxed()
          .min(Comparator.comparingInt(Apart::rank))
          .ifPresent(totals::leftOut);
    for (Dimension dimension : Dimension.values()) count(totals, copies, dimension);
  }

  /** Counts each value that any copy has; it stands apart where each copy with it does. */
  private void count(SearchTotals totals, List<Copy> copies, Dimension facet) {
    Map<Integer, Boolean> apart = new HashMap<>();
    List<Offer> offers = new ArrayList<>();
    for (Copy copy : copies) {
      int why = copy.apart(facet);
      boolean counts = copy.failed().isEmpty() || copy.failed().get() == facet;
      if (!counts || (why & leftOut) != 0) continue;
      for (int number : copy.numbers().get(facet))
        apart.merge(number, why != 0, Boolean::logicalAnd);
      offers.add(new Offer(copy.numbers().get(facet), copy.limit(), why != 0));
    }
    if (facet != Dimension.COUNTRY)
      apart.forEach((number, every) -> totals.counts(facet).add(number, every));
    else if (offers.isEmpty() || offers.stream().allMatch(offers.getFirst()::isAlike))
      apart.forEach(
          (number, every) -> totals.counts(facet, offers.getFirst().limit()).add(number, every));
    else totals.offered(offers);
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
      return Arrays.stream(numbers).anyMatch(own -> own == number);
    }
  }
}
