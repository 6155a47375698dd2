package worthwhile.work.rejection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * Which work of one worker should have been paid: by the days that the platform's card names, else
 * by how long it took the platform to pay her.
 *
 * @param work all of hers
 * @param rules of platforms for paying, by id
 * @param zone of her calendar
 */
public record DuePay(List<Work> work, Function<String, RejectionRules> rules, ZoneId zone) {
  /** Her own figures count from so many paid pieces on. */
  static final int FEWEST = 3;

  /** Work that was due longer ago is not asked about: nobody remembers it. */
  static final int MOST_DAYS = 90;

  public DuePay {
    work = List.copyOf(work);
  }

  /** Pending pieces whose last day has passed on a day, the longest due first. */
  public List<Work> on(LocalDate today) {
    return dues(today).stream().filter(due -> due.last().isBefore(today)).map(Due::work).toList();
  }

  /** Pending pieces of which the last day is known, the longest due first. */
  public List<Due> dues(LocalDate today) {
    Map<String, Optional<Integer>> days = new HashMap<>();
    return work.stream()
        .filter(piece -> piece.status() == Status.PENDING)
        .flatMap(piece -> last(piece, days).map(last -> new Due(piece, last)).stream())
        .filter(due -> !due.last().isBefore(today.minusDays(MOST_DAYS)))
        .sorted(Comparator.comparing(Due::last))
        .toList();
  }

  /** A piece, and the last day on which it is not overdue. */
  public record Due(Work work, LocalDate last) {}

  private Optional<LocalDate> last(Work piece, Map<String, Optional<Integer>> days) {
    Optional<LocalDate> handedIn = piece.day(zone);
    return rules
        .apply(piece.platform())
        .due(handedIn)
        .or(
            () ->
                handedIn.flatMap(
                    day -> days.computeIfAbsent(piece.platform(), this::usual).map(day::plusDays)));
  }

  /** Days within which nine of ten paid pieces of hers were paid there; absent if there are few. */
  private Optional<Integer> usual(String platform) {
    List<Integer> days =
        work.stream()
            .filter(piece -> piece.platform().equals(platform) && piece.status() == Status.PAID)
            .filter(piece -> piece.payment().paid() != null)
            .flatMap(piece -> piece.day(zone).map(day -> days(piece, day)).stream())
            .filter(count -> count >= 0)
            .sorted()
            .toList();
    return days.size() < FEWEST
        ? Optional.empty()
        : Optional.of(days.get((days.size() * 9 + 9) / 10 - 1));
  }

  private int days(Work piece, LocalDate handedIn) {
    return Math.toIntExact(ChronoUnit.DAYS.between(handedIn, piece.paidDay(zone).orElseThrow()));
  }
}
