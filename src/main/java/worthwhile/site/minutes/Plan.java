package worthwhile.site.minutes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * What to do in a free time.
 *
 * @param free time that the worker has
 * @param tasks best pay per hour first
 * @param considered how many tasks were there to choose from
 * @param isAll whether these were all, or only those of the best pay per hour
 * @param missing why there are no tasks; absent if there are
 */
record Plan(
    Duration free, List<Chosen> tasks, int considered, boolean isAll, Optional<Reason> missing) {
  Plan {
    tasks = List.copyOf(tasks);
  }

  /** A task with why it is in. */
  record Chosen(Candidate task, Reason why) {}

  /** Chooses among candidates. */
  static Plan of(Duration free, List<Candidate> all, boolean isAll, Optional<Reason> missing) {
    List<Candidate> byPay =
        all.stream().sorted(Comparator.comparing(Candidate::hourly).reversed()).toList();
    int room = Math.toIntExact(Breaks.work(free).dividedBy(Candidate.UNIT));
    List<Integer> places = Knapsack.best(byPay.stream().map(Candidate::item).toList(), room);
    List<Chosen> chosen = places.stream().map(place -> chosen(place, byPay, places)).toList();
    return new Plan(free, chosen, all.size(), isAll, missing.filter(_ -> chosen.isEmpty()));
  }

  private static Chosen chosen(int place, List<Candidate> byPay, List<Integer> chosen) {
    long better =
        byPay.subList(0, place).stream().filter(each -> better(each, byPay.get(place))).count();
    long betterIn = chosen.stream().filter(i -> i < better).count();
    Reason why =
        better == betterIn
            ? Reason.of("minutes-best").with("place", better + 1).with("of", byPay.size())
            : Reason.of("minutes-fills").with("left", better - betterIn);
    return new Chosen(byPay.get(place), why);
  }

  private static boolean better(Candidate one, Candidate other) {
    return one.hourly().compareTo(other.hourly()) > 0;
  }

  /** Time of work, each task to the next tenth of a minute. */
  Duration work() {
    return tasks.stream()
        .map(each -> Candidate.UNIT.multipliedBy(Candidate.units(each.task().time())))
        .reduce(Duration.ZERO, Duration::plus);
  }

  Duration rest() {
    return Breaks.rest(work());
  }

  /** Work and breaks. */
  Duration whole() {
    return work().plus(rest());
  }

  /** What all of them pay, in US dollars. */
  BigDecimal money() {
    return tasks.stream()
        .map(each -> each.task().money())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  /** Pay for an hour of the whole time, breaks too; absent without tasks. */
  Optional<BigDecimal> hourly() {
    if (tasks.isEmpty()) return Optional.empty();
    BigDecimal hours = BigDecimal.valueOf(whole().toMillis());
    BigDecimal millis = BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    return Optional.of(money().multiply(millis).divide(hours, 2, RoundingMode.HALF_UP));
  }
}
