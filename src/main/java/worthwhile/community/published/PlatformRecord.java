package worthwhile.community.published;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.community.ShownReviews;
import worthwhile.reputation.CountedShare;
import worthwhile.reputation.WilsonInterval;
import worthwhile.store.Store;
import worthwhile.store.community.ReviewRows.Teller;

/**
 * How a platform deals with its workers, by reviews of it and its requesters and by imported work
 * of those who consent to be counted. Each worker counts the same, however much she tells.
 *
 * @param workers who tell whether they were paid; three or more
 * @param tasks that they tell of
 * @param paid mean over the workers of the share of their tasks that was paid
 * @param interval of that mean
 * @param daysToPay middle one of the workers' own averages; absent if fewer than three tell
 * @param answered workers whom its support answered, of those who tell; absent if fewer than three
 * @param deactivated workers whose account it shut, of those who tell; absent if fewer than three
 * @param since the first day that anybody tells of
 */
@RecordBuilder
public record PlatformRecord(
    int workers,
    int tasks,
    BigDecimal paid,
    WilsonInterval interval,
    Optional<Integer> daysToPay,
    Optional<CountedShare> answered,
    Optional<CountedShare> deactivated,
    LocalDate since) {
  /** Looks it up; absent as long as fewer than three workers tell whether they were paid. */
  public static Optional<PlatformRecord> of(Store store, String platform) {
    List<Teller> reviewers = store.statements(each -> each.reviews().tellersOf(platform));
    Map<String, Teller> all =
        Stream.concat(
                reviewers.stream(),
                store.work().tellersOf(platform).stream()
                    .map(
                        own ->
                            new Teller(
                                own.account(),
                                own.judged(),
                                own.paid(),
                                own.days(),
                                null,
                                null,
                                own.since())))
            .collect(
                Collectors.toMap(Teller::account, Function.identity(), PlatformRecord::joined));
    List<Teller> judged = all.values().stream().filter(each -> each.judged() > 0).toList();
    if (judged.size() < ShownReviews.LEAST_WORKERS) return Optional.empty();
    double mean =
        judged.stream()
            .mapToDouble(each -> (double) each.paid() / each.judged())
            .average()
            .orElseThrow();
    return Optional.of(
        PlatformRecordBuilder.builder()
            .workers(judged.size())
            .tasks(judged.stream().mapToInt(Teller::judged).sum())
            .paid(BigDecimal.valueOf(mean).setScale(3, RoundingMode.HALF_EVEN))
            .interval(WilsonInterval.of(mean, judged.size()))
            .daysToPay(days(judged))
            .answered(share(reviewers, Teller::answered))
            .deactivated(share(reviewers, Teller::deactivated))
            .since(since(judged))
            .build());
  }

  /** What she reviewed and what she imported, together. */
  private static Teller joined(Teller one, Teller other) {
    return new Teller(
        one.account(),
        one.judged() + other.judged(),
        one.paid() + other.paid(),
        one.days() == null ? other.days() : one.days(),
        one.answered(),
        one.deactivated(),
        one.since().isBefore(other.since()) ? one.since() : other.since());
  }

  private static Optional<Integer> days(List<Teller> tellers) {
    List<Integer> days =
        tellers.stream().map(Teller::days).filter(Objects::nonNull).sorted().toList();
    return days.size() < ShownReviews.LEAST_WORKERS
        ? Optional.empty()
        : Optional.of(days.get(days.size() / 2));
  }

  private static Optional<CountedShare> share(
      List<Teller> tellers, Function<Teller, Boolean> answer) {
    List<Boolean> told = tellers.stream().map(answer).filter(Objects::nonNull).toList();
    return told.size() < ShownReviews.LEAST_WORKERS
        ? Optional.empty()
        : Optional.of(
            new CountedShare((int) told.stream().filter(yes -> yes).count(), told.size()));
  }

  private static LocalDate since(List<Teller> tellers) {
    Instant first =
        tellers.stream().map(Teller::since).min(Comparator.naturalOrder()).orElseThrow();
    return LocalDate.ofInstant(first, ZoneOffset.UTC);
  }
}
