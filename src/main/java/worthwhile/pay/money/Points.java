package worthwhile.pay.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.source.Platform;
import worthwhile.source.PointWorth;

/** What points and tokens of platforms are worth, by the dated rates of their cards. */
public final class Points {
  /** No platform pays in points. */
  public static final Points NONE = new Points(Map.of());

  /** Points are paid for a task, whatever the amount in money is. */
  public static final UnitText PAID_FOR = UnitText.TASK;

  private final Map<String, List<PointWorth>> byPlatform;

  private Points(Map<String, List<PointWorth>> byPlatform) {
    this.byPlatform = byPlatform;
  }

  /** As these cards say. */
  public static Points of(Collection<Platform> platforms) {
    return new Points(
        platforms.stream()
            .filter(platform -> !platform.points().isEmpty())
            .collect(Collectors.toMap(Platform::id, Platform::points)));
  }

  /**
   * An amount in points, as money for one task.
   *
   * @param amount in the worth's currency; {@code stated} is still the points
   * @param evidence names the rate, its day and where it was read
   */
  public record InMoney(MonetaryAmount amount, Reason evidence, LocalDate asOf) {}

  /** What a posting pays, if it pays in points whose worth is known; else absent. */
  public Optional<InMoney> inMoney(JobPosting posting) {
    MonetaryAmount amount = posting.baseSalary();
    if (amount == null || amount.unitText() != UnitText.POINTS) return Optional.empty();
    LocalDate day = day(posting);
    return worth(posting.platform(), amount.currency(), day)
        .map(worth -> new InMoney(inMoney(amount, worth), PayReasons.points(worth), worth.asOf()));
  }

  /**
   * What one point was worth on a day: the newest rate not after it, or where there is none the
   * oldest. The rate for all countries counts before one for a single market. Where a platform has
   * only one kind of point, every name for it means that.
   */
  public Optional<PointWorth> worth(String platform, String code, LocalDate day) {
    List<PointWorth> known = byPlatform.getOrDefault(platform, List.of());
    boolean one = known.stream().map(PointWorth::code).distinct().count() == 1;
    List<PointWorth> named =
        known.stream().filter(worth -> one || worth.code().equalsIgnoreCase(code)).toList();
    return on(day, named, worth -> worth.market().isEmpty())
        .or(() -> on(day, named, worth -> worth.market().equals(Optional.of("US"))))
        .or(() -> on(day, named, worth -> true));
  }

  private static Optional<PointWorth> on(
      LocalDate day, List<PointWorth> worths, Predicate<PointWorth> market) {
    List<PointWorth> found = worths.stream().filter(market).toList();
    Comparator<PointWorth> byDay = Comparator.comparing(PointWorth::asOf);
    return found.stream()
        .filter(worth -> !worth.asOf().isAfter(day))
        .max(byDay)
        .or(() -> found.stream().min(byDay));
  }

  private static LocalDate day(JobPosting posting) {
    return posting.datePosted() == null
        ? LocalDate.MAX
        : LocalDate.ofInstant(posting.datePosted(), ZoneOffset.UTC);
  }

  private static MonetaryAmount inMoney(MonetaryAmount points, PointWorth worth) {
    return new MonetaryAmount(
        worth.currency(),
        times(points.minValue(), worth.worth()),
        times(points.maxValue(), worth.worth()),
        PAID_FOR,
        points.gross(),
        points.stated(),
        points.inferred());
  }

  private static @Nullable BigDecimal times(@Nullable BigDecimal points, BigDecimal worth) {
    return points == null ? null : points.multiply(worth);
  }
}
