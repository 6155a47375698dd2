package worthwhile.work.earn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.pay.money.Rates;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * What a worker earned, in one currency, on her own calendar.
 *
 * @param today on her calendar
 * @param work its pieces, in the order in which they were given; those of the periods that are
 *     asked for are all among them
 */
public record Earnings(String currency, LocalDate today, List<CountedWork> work) {
  /** Longer spans are told by month. */
  private static final int MOST_DAYS = 62;

  public Earnings {
    work = List.copyOf(work);
  }

  /** Counts work. */
  public static Earnings of(
      List<Work> work, String currency, Rates rates, ZoneId zone, LocalDate today) {
    return new Earnings(
        currency,
        today,
        work.stream().map(piece -> CountedWork.of(piece, currency, rates, zone)).toList());
  }

  /** The currency of most pieces; USD where there are none. */
  public static String usualCurrency(Map<String, Long> pieces) {
    return new TreeMap<>(pieces)
        .entrySet().stream()
            .filter(entry -> entry.getKey().matches("[A-Z]{3}"))
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("USD");
  }

  /** The pieces of a period. */
  public List<CountedWork> of(Period period) {
    return work.stream().filter(piece -> period.holds(piece.day(), today)).toList();
  }

  /** What a period came to. */
  public Totals totals(Period period) {
    return Totals.of(of(period));
  }

  /** A part of the earnings. */
  public record Part(String name, Totals totals) {}

  /** By platform, the most earned first. */
  public static List<Part> byPlatform(List<CountedWork> work) {
    return parts(work, piece -> piece.work().platform());
  }

  /** By requester, the most earned first; without those whose name is not known. */
  public static List<Part> byRequester(List<CountedWork> work) {
    return parts(
        work.stream().filter(piece -> !piece.work().requesterName().isBlank()).toList(),
        piece -> piece.work().requesterName());
  }

  private static List<Part> parts(List<CountedWork> work, Function<CountedWork, String> name) {
    Map<String, List<CountedWork>> groups =
        work.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    List<Part> parts = new ArrayList<>();
    groups.forEach((key, pieces) -> parts.add(new Part(key, Totals.of(pieces))));
    parts.sort(
        Comparator.comparing((Part part) -> part.totals().earned())
            .reversed()
            .thenComparing(Part::name));
    return parts;
  }

  /**
   * One bar of the chart.
   *
   * @param from first day
   * @param byMonth whether it stands for a month, else for a day
   */
  public record Bar(
      LocalDate from, boolean byMonth, BigDecimal paid, BigDecimal pending, BigDecimal lost) {
    public BigDecimal all() {
      return paid.add(pending).add(lost);
    }
  }

  /** Days or months of a period, those without work among them; none if nothing has a date. */
  public List<Bar> bars(Period period) {
    Map<LocalDate, List<CountedWork>> byDay =
        of(period).stream()
            .filter(piece -> piece.day().isPresent())
            .collect(
                Collectors.groupingBy(
                    piece -> piece.day().get(), TreeMap::new, Collectors.toList()));
    if (byDay.isEmpty()) return List.of();
    LocalDate first = period.from(today).orElseGet(() -> byDay.keySet().iterator().next());
    boolean months = first.plusDays(MOST_DAYS).isBefore(today);
    return months ? months(byDay, first) : days(byDay, first);
  }

  private List<Bar> days(Map<LocalDate, List<CountedWork>> byDay, LocalDate first) {
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1))
      bars.add(bar(day, false, byDay.getOrDefault(day, List.of())));
    return bars;
  }

  private List<Bar> months(Map<LocalDate, List<CountedWork>> byDay, LocalDate first) {
    Map<LocalDate, List<CountedWork>> byMonth = new TreeMap<>();
    byDay.forEach(
        (day, pieces) ->
            byMonth.computeIfAbsent(day.withDayOfMonth(1), _ -> new ArrayList<>()).addAll(pieces));
    List<Bar> bars = new ArrayList<>();
    for (LocalDate month = first.withDayOfMonth(1);
        !month.isAfter(today);
        month = month.plusMonths(1))
      bars.add(bar(month, true, byMonth.getOrDefault(month, List.of())));
    return bars;
  }

  private static Bar bar(LocalDate from, boolean byMonth, List<CountedWork> pieces) {
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal pending = BigDecimal.ZERO;
    BigDecimal lost = BigDecimal.ZERO;
    for (CountedWork piece : pieces) {
      Status status = piece.work().status();
      if (status == Status.PENDING) pending = pending.add(piece.net());
      else paid = paid.add(piece.net());
      lost = lost.add(piece.lost());
    }
    return new Bar(from, byMonth, paid, pending, lost);
  }

  /**
   * How far a goal is reached.
   *
   * @param done share of it, 0 and more; more than 1 beyond it
   */
  public record Progress(Goal goal, double done, Totals totals) {}

  /** How far a goal of a period is reached; absent where its currency cannot be converted. */
  public Optional<Progress> progress(Goal goal, Period period, Rates rates) {
    Totals totals = totals(period);
    return switch (goal) {
      case Goal.Hours(var time) ->
          Optional.of(
              new Progress(
                  goal, (double) totals.hours().active().toMillis() / time.toMillis(), totals));
      case Goal.Money(BigDecimal amount, String unit) ->
          rates
              .convert(totals.earned(), currency, unit)
              .map(
                  earned ->
                      new Progress(
                          goal, Math.max(0, earned.doubleValue() / amount.doubleValue()), totals));
    };
  }
}
