package worthwhile.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.PayReasons;
import worthwhile.pay.money.Range;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.text.hours.WorkingHours;

/**
 * Pay per hour, from what a posting states and what is known of the time.
 *
 * <ul>
 *   <li>Paid by time: low and high are the ends of the range, the median their geometric mean,
 *       since pay spreads in ratios. A day counts the hours that the posting states for it, else 8,
 *       and so on ({@link UnitText#hours}).
 *   <li>Paid by task or project: the amount by the time, see {@link TimeEstimate}. Low and high are
 *       the ends of an interval that holds the typical worker's pay per hour with a probability of
 *       80%.
 *   <li>"up to X" alone and "from X" alone are bounds of what is paid and no figures: they give
 *       none.
 *   <li>Anything else, a fixed-price project without hours first of all, gives none.
 * </ul>
 *
 * <p>Fence: a result above 1,000 USD an hour, or above 500 for work of less than a minute, or below
 * 0.05, is a misread unit, decimal mark or duration far more often than pay, a range from one to
 * more than a hundred times that and an interval of more than four hundred say nothing: they give
 * no figure. Whatever is missing is named.
 */
public final class HourlyPay {
  static final String CURRENCY = "USD";

  private static final MathContext INSIDE = MathContext.DECIMAL64;
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1000);
  private static final BigDecimal HIGHEST_OF_SECONDS = BigDecimal.valueOf(500);
  private static final BigDecimal LOWEST = new BigDecimal("0.05");

  private final Rates rates;
  private final TimeModel model;
  private final Function<String, Fees> fees;

  public HourlyPay(Rates rates, TimeModel model) {
    this(rates, model, _ -> Fees.NONE);
  }

  private HourlyPay(Rates rates, TimeModel model, Function<String, Fees> fees) {
    this.rates = rates;
    this.model = model;
    this.fees = fees;
  }

  /** Estimates with these rates and the model of times that is shipped; no fees are known. */
  public static HourlyPay at(Rates rates) {
    return at(rates, _ -> Fees.NONE);
  }

  /**
   * Estimates with these rates and the model of times that is shipped.
   *
   * @param fees of the platform with this id
   */
  public static HourlyPay at(Rates rates, Function<String, Fees> fees) {
    return new HourlyPay(rates, Learned.shipped().model(), fees);
  }

  /** The estimate from the posting alone, in USD; absent if too little is known. */
  public static Optional<Pay> of(JobPosting posting, Rates rates) {
    return at(rates).of(posting, List.of());
  }

  /** The estimate, in USD; absent if too little is known. */
  public Optional<Pay> of(JobPosting posting, List<JobPosting> others) {
    return perHour(posting, others).pay();
  }

  /**
   * The estimate, in USD, or what is missing for one.
   *
   * @param others other postings of the same requester, with their reports; those without count for
   *     nothing
   */
  public PerHour perHour(JobPosting posting, List<JobPosting> others) {
    Rewards rewards = new Rewards(rates);
    Optional<Rewards.Paid> paid = rewards.of(posting);
    if (paid.isEmpty()) return new PerHour.NotKnown(MissingPay.of(posting, rates));
    return MissingPay.tooWide(paid.get().stated())
        .map(HourlyPay::notKnown)
        .orElseGet(() -> perHour(posting, paid.get(), others, rewards));
  }

  /**
   * Why nobody pays so much or so little for an hour; absent if it may be what is paid, or if no
   * rate tells.
   *
   * @param hourly in the currency of what is stated
   */
  public static Optional<Reason> doubt(BigDecimal hourly, MonetaryAmount stated, Rates rates) {
    return MissingPay.tooWide(stated)
        .or(
            () ->
                rates
                    .convert(hourly, stated.currency(), CURRENCY)
                    .filter(usd -> isOutside(usd, HIGHEST))
                    .map(usd -> MissingPay.plausibility(usd.compareTo(HIGHEST) > 0)));
  }

  private static boolean isOutside(BigDecimal usd, BigDecimal highest) {
    return usd.compareTo(highest) > 0 || usd.compareTo(LOWEST) < 0;
  }

  private PerHour perHour(
      JobPosting posting, Rewards.Paid paid, List<JobPosting> others, Rewards rewards) {
    return switch (paid.unit()) {
      case HOUR, DAY, WEEK, MONTH, YEAR ->
          less(byTime(posting, paid), pay -> effective(pay, posting, paid, Outcomes.NONE));
      case TASK, PROJECT ->
          TimeEstimate.of(posting, paid, others, rewards, model)
              .map(
                  time ->
                      less(
                          byTask(posting, paid, time),
                          pay -> effective(pay, posting, paid, outcomes(posting, others, time))))
              .orElseGet(() -> notKnown(MissingPay.time()));
      case WORD, AUDIO_MINUTE, PIECE, POINTS -> notKnown(MissingPay.pace(paid.unit()));
    };
  }

  private static PerHour less(PerHour answer, UnaryOperator<Pay> taken) {
    return switch (answer) {
      case PerHour.Known(Pay figure) -> new PerHour.Known(taken.apply(figure));
      case PerHour.NotKnown none -> none;
    };
  }

  private static PerHour notKnown(Reason missing) {
    return new PerHour.NotKnown(List.of(missing));
  }

  private PerHour byTime(JobPosting posting, Rewards.Paid paid) {
    Optional<WorkingHours> stated = statedHours(posting, paid.unit());
    BigDecimal hours = stated.map(WorkingHours::hours).or(paid.unit()::hours).orElseThrow();
    List<Reason> evidence = new ArrayList<>(paid.evidence());
    if (paid.unit() != UnitText.HOUR) evidence.add(PayReasons.hours(paid.unit(), hours, stated));
    Range hourly = paid.usd().times(BigDecimal.ONE.divide(hours, INSIDE));
    return pay(hourly, Pay.Basis.STATED, 1, asOf(posting, paid), evidence, HIGHEST);
  }

  /** Hours of work that the posting's own words state for a day, week, month or year. */
  private static Optional<WorkingHours> statedHours(JobPosting posting, UnitText unit) {
    if (unit == UnitText.HOUR) return Optional.empty();
    return Stream.of(posting.title(), posting.description())
        .filter(Objects::nonNull)
        .flatMap(text -> WorkingHours.of(text, unit).stream())
        .findFirst();
  }

  private PerHour byTask(JobPosting posting, Rewards.Paid paid, TimeEstimate known) {
    List<Reason> evidence = new ArrayList<>(paid.evidence());
    evidence.addAll(known.evidence());
    Posterior time = known.time();
    boolean seconds = time.median() < Math.log(60);
    Range hourly = hourly(paid.usd(), time);
    if (MissingPay.isTooWide(hourly)) return notKnown(MissingPay.contradiction());
    return pay(
        hourly,
        known.basis(),
        known.n(),
        known.newest().orElse(asOf(posting, paid)),
        evidence,
        seconds ? HIGHEST_OF_SECONDS : HIGHEST);
  }

  private Pay effective(Pay pay, JobPosting posting, Rewards.Paid paid, Outcomes outcomes) {
    LocalDate day =
        posting.datePosted() == null
            ? rates.date()
            : LocalDate.ofInstant(posting.datePosted(), ZoneOffset.UTC);
    // What is stated as paid out has its fees behind it.
    boolean net = Boolean.FALSE.equals(paid.stated().gross());
    Fees due = net ? Fees.NONE : of(posting.platform());
    return pay.less(
        Effective.lines(
            pay,
            new Effective.Payment(paid.usd().median(), day, paid.unit() == UnitText.TASK),
            due,
            rates,
            outcomes,
            Unpaid.of(posting, paid.stated().currency(), of(posting.platform()), rates)));
  }

  private Fees of(String platform) {
    return platform == null ? Fees.NONE : fees.apply(platform);
  }

  /** Of this task and of the requester's others. */
  private static Outcomes outcomes(JobPosting posting, List<JobPosting> others, TimeEstimate time) {
    double typical = Math.exp(time.time().median());
    Outcomes all = Outcomes.of(posting.reports(), typical);
    for (JobPosting other : others)
      if (!other.id().equals(posting.id())) all = all.and(Outcomes.of(other.reports(), typical));
    return all;
  }

  /** The spread of amount and time together: two independent ones add like sides of a triangle. */
  private static Range hourly(Range amount, Posterior time) {
    BigDecimal median = amount.median().multiply(SECONDS).divide(seconds(time.median()), INSIDE);
    double below = Math.hypot(ratio(amount.low(), amount.median()), time.high() - time.median());
    double above = Math.hypot(ratio(amount.median(), amount.high()), time.median() - time.low());
    return new Range(
        median.multiply(BigDecimal.valueOf(Math.exp(-below)), INSIDE),
        median,
        median.multiply(BigDecimal.valueOf(Math.exp(above)), INSIDE));
  }

  /** A statistical figure, to the millisecond. */
  private static BigDecimal seconds(double logarithm) {
    return BigDecimal.valueOf(Math.exp(logarithm))
        .setScale(3, RoundingMode.HALF_UP)
        .max(new BigDecimal("0.001"));
  }

  private static double ratio(BigDecimal less, BigDecimal more) {
    return Math.log(more.doubleValue() / less.doubleValue());
  }

  /** Within the fence, to the cent. */
  private static PerHour pay(
      Range hourly,
      Pay.Basis basis,
      int n,
      @Nullable Instant asOf,
      List<Reason> evidence,
      BigDecimal highest) {
    if (isOutside(hourly.median(), highest))
      return notKnown(MissingPay.plausibility(hourly.median().compareTo(highest) > 0));
    return new PerHour.Known(
        new Pay(
            CURRENCY,
            cents(hourly.low()),
            cents(hourly.median()),
            cents(hourly.high()),
            basis,
            n,
            asOf,
            evidence,
            null,
            List.of()));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  /** When the statement was made; where that is not known, the day of the rates if any was used. */
  private @Nullable Instant asOf(JobPosting posting, Rewards.Paid paid) {
    if (posting.datePosted() != null) return posting.datePosted();
    String currency = paid.stated().currency();
    if (currency.equals(CURRENCY)) return null;
    return rates.date(currency).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
