package worthwhile.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;

/** What the pay of a batch, beside that of the same postings before, says of how it was read. */
final class PayDrift {
  private static final int FEWEST = 8;
  private static final int FEWEST_LEAPS = 5;
  private static final int DIFFERENT = 4;
  private static final BigDecimal LEAP = BigDecimal.TEN;

  private PayDrift() {}

  /**
   * A posting's pay before, and now.
   *
   * @param now absent if the row states none
   */
  private record Pair(MonetaryAmount before, @Nullable MonetaryAmount now) {}

  /** Why the pay of these rows is not believed; absent if it is. */
  static Optional<Reason> of(List<JobPosting> rows, KnownPostings known) {
    List<Pair> all = pairs(rows, known);
    List<Pair> paid = all.stream().filter(pair -> pair.now != null).toList();
    return vanished(all, paid).or(() -> leapt(paid)).or(() -> alike(paid));
  }

  private static List<Pair> pairs(List<JobPosting> rows, KnownPostings known) {
    Map<String, Posting> before = known.byIds(rows.stream().map(JobPosting::id).toList());
    List<Pair> pairs = new ArrayList<>();
    for (JobPosting row : rows) {
      Posting earlier = before.get(row.id());
      MonetaryAmount was = earlier == null ? null : earlier.job().baseSalary();
      if (was != null) pairs.add(new Pair(was, row.baseSalary()));
    }
    return pairs;
  }

  private static Optional<Reason> vanished(List<Pair> all, List<Pair> paid) {
    int lacking = all.size() - paid.size();
    if (all.size() < FEWEST || lacking * 5 <= all.size() * 4) return Optional.empty();
    return Optional.of(
        Reason.of("pay-vanished").with("lacking", lacking).with("compared", all.size()));
  }

  private static Optional<Reason> leapt(List<Pair> paid) {
    long leaps = paid.stream().filter(pair -> isLeap(pair.before, pair.now)).count();
    if (paid.size() < FEWEST_LEAPS || leaps * 2 <= paid.size()) return Optional.empty();
    return Optional.of(Reason.of("pay-leapt").with("leaps", leaps).with("compared", paid.size()));
  }

  private static Optional<Reason> alike(List<Pair> paid) {
    boolean alike =
        paid.size() >= FEWEST
            && different(paid, Pair::now) == 1
            && different(paid, Pair::before) >= DIFFERENT;
    return alike
        ? Optional.of(Reason.of("pay-alike").with("compared", paid.size()))
        : Optional.empty();
  }

  private static long different(List<Pair> pairs, Function<Pair, @Nullable MonetaryAmount> which) {
    return pairs.stream().map(which).map(PayDrift::most).distinct().count();
  }

  private static boolean isLeap(MonetaryAmount before, @Nullable MonetaryAmount now) {
    if (now == null
        || !before.currency().equals(now.currency())
        || before.unitText() != now.unitText()) return false;
    Optional<BigDecimal> a = most(before);
    Optional<BigDecimal> b = most(now);
    return a.isPresent() && b.isPresent() && (far(a.get(), b.get()) || far(b.get(), a.get()));
  }

  private static boolean far(BigDecimal low, BigDecimal high) {
    return low.multiply(LEAP).compareTo(high) < 0;
  }

  /** The upper end of a pay, without blanks of scale: 2.5 and 2.50 are one. */
  private static Optional<BigDecimal> most(@Nullable MonetaryAmount pay) {
    if (pay == null) return Optional.empty();
    return Optional.ofNullable(pay.maxValue() == null ? pay.minValue() : pay.maxValue())
        .map(BigDecimal::stripTrailingZeros);
  }
}
