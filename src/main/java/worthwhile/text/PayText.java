package worthwhile.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/**
 * Finds the pay that a text states, and the minutes that stand beside it.
 *
 * <p>A sum is pay only if the text says so: by a unit ("/hr", "per word"), by time beside it
 * ("$.35/3 mins"), by a word for pay near it, or by being a title or a field that holds little
 * else. Prizes, bonuses, prices, capital and revenue are not pay.
 */
public final class PayText {
  /** Longer texts are read up to here; pay that only stands further down is not found. */
  static final int MAX_LENGTH = 20_000;

  /**
   * Up to this length a text is taken for a title or a field, where a sum needs no word for pay.
   */
  private static final int TITLE = 200;

  private static final Pattern UP_TO =
      Pattern.compile(
          "(?:\\b(?:up ?to|max(?:imum|\\.)?(?: of)?|bis zu|jusqu['’]à|hasta|no more than|under|less than)|[<≤]=?)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FROM =
      Pattern.compile(
          "(?:\\b(?:from|start(?:ing|s)? (?:at|from)|at least|min(?:imum|\\.)?(?: of)?|ab|à partir de|desde|more than|over)|[>≥]=?)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:\\b(?:about|around|approx(?:imately|\\.)?|circa|ca\\.?|roughly)|[~≈])\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POINTS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])(?<n>\\d{1,3}(?:[,. ]\\d{3})+|\\d{1,7})\\s?(?<code>SB|swagbucks|points?|pts|coins?|credits?|tokens?|gems?|diamonds?)\\b",
          Pattern.CASE_INSENSITIVE);

  private PayText() {}

  /**
   * What is known around the text.
   *
   * @param locale decides what a comma means where the number alone does not
   * @param currency ISO code to take where the text names none; absent: without a sign or code
   *     there is no pay
   * @param unit what to take where the text names none
   */
  public record Context(Locale locale, Optional<String> currency, Optional<UnitText> unit) {
    /** Nothing is known but the language. */
    public static Context of(Locale locale) {
      return new Context(locale, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Pay found in a text.
   *
   * @param amount with the piece of text in {@code stated}
   * @param minutes time stated for one unit beside the amount ("$.35/3 mins"), mean of a range
   */
  public record Found(MonetaryAmount amount, Optional<Duration> minutes) {}

  /**
   * The pay that the text states; absent rather than guessed. Where there are several statements, a
   * sum with its time beats a sum with a unit, that beats a sum with a label, and that a bare sum;
   * of equals the first one counts, but of sums with time the last (posters write the requester's
   * title first and their own figures at the end).
   */
  public static Optional<Found> find(String text, Context context) {
    Candidate best = null;
    for (Candidate candidate : candidates(text, context)) {
      boolean better = best == null || candidate.strength > best.strength;
      boolean later =
          best != null && candidate.strength == Candidate.CLOSE && best.strength == Candidate.CLOSE;
      if (better || later) best = candidate;
    }
    return Optional.ofNullable(best).map(Candidate::found);
  }

  /** Every statement of pay in the text, in its order. */
  public static List<Found> all(String text, Context context) {
    return candidates(text, context).stream().map(Candidate::found).toList();
  }

  private record Candidate(Found found, int strength) {
    static final int CLOSE = 4;
    static final int UNIT = 3;
    static final int LABEL = 2;
    static final int BARE = 1;
  }

  private static List<Candidate> candidates(String text, Context context) {
    List<Candidate> candidates = new ArrayList<>();
    if (text == null) return candidates;
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    if (context.unit().equals(Optional.of(UnitText.POINTS))) return points(bounded, context);
    List<Reading> readings = new ArrayList<>();
    int end = 0;
    for (Money money : Money.all(bounded, context)) {
      if (money.start() < end) continue;
      Reading reading = Reading.of(bounded, money);
      int strength = strength(bounded, reading);
      if (strength == 0) continue;
      Reading whole =
          end > 0 && !readings.isEmpty() ? readings.getLast().with(bounded, reading) : reading;
      if (whole != reading) {
        readings.removeLast();
        candidates.removeLast();
      }
      readings.add(whole);
      candidates.add(new Candidate(found(bounded, whole, context), strength));
      end = whole.end();
    }
    return candidates;
  }

  /** A sum with the words around it. */
  private record Reading(Money money, Optional<PayUnit> unit, Optional<PayTime> time) {
    static Reading of(String text, Money money) {
      Optional<PayTime> time = PayTime.after(text, money.end());
      boolean close = time.filter(PayTime::close).isPresent();
      Optional<PayUnit> unit = close ? Optional.empty() : PayUnit.after(text, money.end());
      if (unit.isPresent()) time = Optional.empty();
      if (!close && unit.isEmpty()) unit = PayUnit.before(text, money.start());
      if (money.yearly()) unit = Optional.of(new PayUnit(UnitText.YEAR, 1, 1, money.end(), false));
      if (time.isEmpty() && unit.isEmpty()) time = PayTime.before(text, money.start());
      return new Reading(money, unit, time);
    }

    /** "$17/hr to $20/hr" is one range; otherwise the next reading as it is. */
    Reading with(String text, Reading next) {
      boolean joined = text.substring(end(), next.money.start()).matches("\\s?(?:-|–|—|to)\\s?");
      boolean alike =
          unit.isPresent()
              && next.unit.isPresent()
              && unit.get().unit() == next.unit.get().unit()
              && money.currency().equals(next.money.currency());
      if (!joined || !alike || money.min().compareTo(next.money.min()) > 0) return next;
      return new Reading(money.upTo(next.money), next.unit, next.time);
    }

    int end() {
      int end = Math.max(money.end(), unit.map(PayUnit::end).orElse(0));
      return Math.max(end, time.map(PayTime::end).orElse(0));
    }

    /**
     * By the hour or the piece: weeks and months are also what people say they make of something.
     */
    boolean isForWork() {
      return hasUnit()
          && switch (unit.orElseThrow().unit()) {
            case HOUR, TASK, PROJECT, WORD, AUDIO_MINUTE, PIECE, POINTS -> true;
            case DAY, WEEK, MONTH, YEAR -> false;
          };
    }

    boolean hasUnit() {
      return unit.filter(found -> !found.inferred() || found.times() > 1).isPresent();
    }
  }

  /** 0 if this is not pay. */
  private static int strength(String text, Reading reading) {
    Money money = reading.money;
    if (money.large() && !reading.hasUnit()) return 0;
    boolean close = reading.time.filter(PayTime::close).isPresent();
    if (PayCues.isOther(text, money, reading.isForWork(), close)) return 0;
    if (close) return Candidate.CLOSE;
    boolean alone = text.length() - (reading.end() - money.start()) <= 12;
    boolean labelled = PayCues.isLabelled(text, money.start());
    if (!money.sign() && !labelled && !isAlone(text, reading)) return 0;
    if (reading.hasUnit()) return Candidate.UNIT;
    if (labelled || reading.unit.isPresent() || reading.time.isPresent()) return Candidate.LABEL;
    boolean stated = alone || text.length() <= TITLE || PayCues.isSpokenOf(text, money);
    return stated ? Candidate.BARE : 0;
  }

  /** A field that holds a bare number and nothing else. */
  private static boolean isAlone(String text, Reading reading) {
    String rest =
        text.substring(0, reading.money.start())
            + text.substring(Math.min(text.length(), reading.end()));
    return rest.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static Found found(String text, Reading reading, Context context) {
    Money money = reading.money;
    String before = text.substring(Math.max(0, money.start() - 24), money.start());
    boolean range = money.min().compareTo(money.max()) < 0;
    int start = money.start();
    BigDecimal min = money.min();
    BigDecimal max = money.max();
    Matcher upTo = UP_TO.matcher(before);
    Matcher from = FROM.matcher(before);
    Matcher about = ABOUT.matcher(before);
    if (!range && upTo.find()) {
      min = null;
      start -= before.length() - upTo.start();
    } else if (!range
        && (from.find() || text.startsWith("+", money.end()) && isRise(text, money.end()))) {
      max = null;
      if (from.hasMatch()) start -= before.length() - from.start();
    } else if (about.find()) {
      start -= before.length() - about.start();
    }
    start = Math.min(start, reading.time.map(PayTime::start).orElse(start));
    return new Found(
        amount(text, reading, context, min, max, start), reading.time.map(PayTime::duration));
  }

  /** "$20+" and "$20+/hr" mean "from"; "$.40 + bonus" does not. */
  private static boolean isRise(String text, int plus) {
    return !text.substring(plus + 1, Math.min(text.length(), plus + 12))
        .strip()
        .matches("(?is)(?:\\(?(?:up|bonus|poss|[.$\\d])).*");
  }

  private static MonetaryAmount amount(
      String text, Reading reading, Context context, BigDecimal min, BigDecimal max, int start) {
    Optional<UnitText> said = reading.unit.map(PayUnit::unit);
    Optional<UnitText> unit =
        said.or(context::unit).or(() -> reading.time.map(time -> UnitText.TASK));
    boolean inferred =
        reading.money.inferred()
            || said.isEmpty() && unit.isPresent()
            || reading.unit.filter(PayUnit::inferred).isPresent();
    return new MonetaryAmount(
        reading.money.currency(),
        min == null ? null : reading.unit.map(found -> found.of(reading.money.min())).orElse(min),
        max == null ? null : reading.unit.map(found -> found.of(reading.money.max())).orElse(max),
        unit.orElse(null),
        null,
        text.substring(start, reading.end()).strip(),
        inferred ? true : null);
  }

  private static List<Candidate> points(String text, Context context) {
    List<Candidate> candidates = new ArrayList<>();
    Matcher found = POINTS.matcher(text);
    while (found.find()) {
      BigDecimal count = new BigDecimal(found.group("n").replaceAll("\\D", ""));
      if (count.signum() == 0) continue;
      String code = context.currency().orElse(found.group("code").toUpperCase(Locale.ROOT));
      MonetaryAmount amount =
          new MonetaryAmount(code, count, count, UnitText.POINTS, null, found.group(), null);
      candidates.add(new Candidate(new Found(amount, Optional.empty()), Candidate.UNIT));
    }
    return candidates;
  }
}
