package worthwhile.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Conduct;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.source.Platform;
import worthwhile.text.Workplace;

/**
 * What searches know of a posting. Read from it once and in this place only, so that the index, the
 * live stream and whatever else asks whether a search finds a posting go by the same facts.
 *
 * <p>Amounts are in millionths of a US dollar (exact for every price of micro-work), times in
 * milliseconds, dates in milliseconds since 1970; absent means unknown.
 *
 * @param state open where the posting says nothing
 * @param hourly pay per hour after what is certain to be taken off
 * @param effective pay per hour after everything that is taken off
 * @param reward amount for one task or project
 * @param duration time stated, else the mean of the times told
 * @param posted when it was published, else when it was first seen
 * @param ends when it ends
 * @param places places left
 * @param risk probability of fraud in millionths
 * @param reputation score of who offers it in millionths, where enough workers tell
 * @param severity how grave its gravest warning is: 0 without any, 3 for a danger
 * @param task what all copies of one task have in common and no other task has; 0 if it has no
 *     copies
 * @param seen when it was first seen
 * @param worldwide whether it says that it can be done from everywhere
 * @param limit from where it cannot be done
 * @param requester who offers it; absent if its source names nobody
 * @param saysPay whether anything is known about pay, in whatever unit
 * @param values by dimension and key, the values as the posting spells them
 */
public record PostingFacts(
    String id,
    PostingState state,
    OptionalLong hourly,
    OptionalLong effective,
    OptionalLong reward,
    OptionalLong duration,
    OptionalLong posted,
    OptionalLong ends,
    OptionalLong places,
    OptionalLong risk,
    OptionalLong reputation,
    long severity,
    long task,
    OptionalLong seen,
    boolean worldwide,
    CountryLimit limit,
    Optional<RequesterId> requester,
    boolean saysPay,
    Map<Dimension, Map<String, String>> values,
    PostingText text) {
  private static final String CURRENCY = "USD";

  public PostingFacts {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /**
   * The facts of a posting.
   *
   * @param read as its source told it
   * @param rewardUsd what it pays for one task or project, in USD; absent if not known
   * @param card of its platform; absent if there is none
   */
  public static PostingFacts of(
      Posting read,
      Optional<BigDecimal> rewardUsd,
      Vocabulary vocabulary,
      Optional<Platform> card) {
    Posting posting = read.offered();
    JobPosting job = posting.job();
    Optional<Pay> pay =
        Optional.ofNullable(posting.pay()).filter(p -> p.currency().equals(CURRENCY));
    Instant dated = job.datePosted() == null ? posting.standing().firstSeen() : job.datePosted();
    return new PostingFacts(
        posting.id(),
        posting.state() == null ? PostingState.OPEN : posting.state(),
        amount(pay.map(Pay::net)),
        amount(pay.map(Pay::effective)),
        amount(rewardUsd),
        duration(job),
        date(dated),
        date(job.validThrough()),
        job.totalJobOpenings() == null
            ? OptionalLong.empty()
            : OptionalLong.of(job.totalJobOpenings()),
        amount(Optional.ofNullable(posting.assessment().risk())),
        amount(Optional.ofNullable(posting.reputation()).map(Conduct::score)),
        posting.assessment().severity(),
        task(posting),
        date(posting.standing().firstSeen()),
        worldwide(job),
        new CountryLimit(card.flatMap(Platform::openTo), Set.copyOf(job.ineligibleRegion())),
        RequesterId.of(job),
        posting.pay() != null || job.baseSalary() != null,
        values(job),
        new PostingText(job.title(), texts(job), vocabulary));
  }

  /** The least that a posting pays for one task or project, if that is stated in USD. */
  public static Optional<BigDecimal> statedReward(Posting posting) {
    MonetaryAmount amount = posting.job().baseSalary();
    if (amount == null || !amount.currency().equals(CURRENCY)) return Optional.empty();
    if (amount.unitText() != UnitText.TASK && amount.unitText() != UnitText.PROJECT)
      return Optional.empty();
    return Optional.ofNullable(amount.minValue());
  }

  /** What an hour of it is worth; absent if its net pay is not known. */
  public Optional<Worth> worth() {
    return hourly.isPresent() ? Optional.of(Worth.of(hourly.getAsLong(), this)) : Optional.empty();
  }

  /** Whether it is no offer any more. */
  public boolean closed() {
    return state == PostingState.CLOSED;
  }

  /** Why no search for work that can be done now finds it, as a set of {@link Apart}. */
  int apart(Instant now) {
    int apart = closed() ? Apart.CLOSED.bit() : 0;
    if (full()) apart |= Apart.FULL.bit();
    return ends.isPresent() && ends.getAsLong() < millis(now) ? apart | Apart.ENDED.bit() : apart;
  }

  /** Whether no place is left. */
  public boolean full() {
    return places.isPresent() && places.getAsLong() == 0;
  }

  /** The values in a dimension, in the form that is compared. */
  public Set<String> keys(Dimension dimension) {
    return spelled(dimension).keySet();
  }

  /** The values in a dimension: in the form that is compared, and as the posting spells them. */
  public Map<String, String> spelled(Dimension dimension) {
    return Objects.requireNonNull(values.get(dimension), "the values of each dimension are told");
  }

  /** An amount or probability in millionths. */
  public static long millionths(BigDecimal amount, RoundingMode rounding) {
    return amount.movePointRight(6).setScale(0, rounding).longValue();
  }

  /** Milliseconds since 1970, also for dates that no calendar of people knows. */
  public static long millis(Instant instant) {
    return Math.clamp(instant.getEpochSecond(), -(1L << 40), 1L << 40) * 1000
        + instant.getNano() / 1_000_000;
  }

  /** Its copies name each other, so the first id of all is the same for each. */
  private static long task(Posting posting) {
    if (posting.standing().duplicates().isEmpty()) return 0;
    String first = posting.id();
    for (Duplicate copy : posting.standing().duplicates())
      if (copy.id().compareTo(first) < 0) first = copy.id();
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < first.length(); i++) hash = (hash ^ first.charAt(i)) * 0x100000001b3L;
    return hash == 0 ? 1 : hash;
  }

  /** Only where no country is named: "Worldwide" beside some is not meant so. */
  private static boolean worldwide(JobPosting job) {
    return job.applicantLocationRequirements().isEmpty()
        && job.jobLocation() != null
        && Workplace.isWorldwide(job.jobLocation());
  }

  private static OptionalLong amount(Optional<BigDecimal> number) {
    return number
        .map(x -> OptionalLong.of(millionths(x, RoundingMode.FLOOR)))
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong date(@Nullable Instant instant) {
    return instant == null ? OptionalLong.empty() : OptionalLong.of(millis(instant));
  }

  private static OptionalLong duration(JobPosting posting) {
    if (posting.timeRequired() != null) return OptionalLong.of(posting.timeRequired().toMillis());
    List<BigDecimal> told =
        posting.reports().stream().map(WorkReport::minutes).filter(Objects::nonNull).toList();
    if (told.isEmpty()) return OptionalLong.empty();
    BigDecimal millis =
        told.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .multiply(BigDecimal.valueOf(Duration.ofMinutes(1).toMillis()));
    return OptionalLong.of(
        millis.divide(BigDecimal.valueOf(told.size()), RoundingMode.HALF_UP).longValue());
  }

  private static Map<Dimension, Map<String, String>> values(JobPosting posting) {
    Map<Dimension, Map<String, String>> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Map<String, String> spelled = new TreeMap<>();
      dimension
          .said(posting)
          .filter(value -> value != null && !dimension.key(value).isEmpty())
          .forEach(value -> spelled.putIfAbsent(dimension.key(value), value));
      values.put(dimension, Collections.unmodifiableMap(spelled));
    }
    return values;
  }

  private static List<String> texts(JobPosting posting) {
    return Stream.of(
            Stream.of(posting.title()),
            Stream.ofNullable(posting.description()),
            Dimension.REQUESTER.said(posting),
            Stream.ofNullable(posting.platform()),
            Stream.ofNullable(posting.occupationalCategory()),
            Stream.ofNullable(posting.jobLocation()),
            posting.skills().stream())
        .flatMap(texts -> texts)
        .toList();
  }
}
