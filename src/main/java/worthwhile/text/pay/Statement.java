package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/** A sum with the unit and the time that stand beside it. */
record Statement(MoneySpan money, Optional<PayUnit> unit, Optional<PayTime> time) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** "$20+" and "$20+/hr" mean "from"; "$.40 + bonus" does not. */
  private static final Pattern NO_RISE =
      Pattern.compile("\\+\\s{0,2}(?:\\(?(?:up|bonus|poss|[.$\\d])).*", CASELESS | Pattern.DOTALL);

  static Statement of(String text, MoneySpan money, Locale locale) {
    Optional<PayTime> time = PayTime.after(text, money.end());
    boolean close = time.filter(PayTime::close).isPresent();
    Optional<PayUnit> unit = close ? Optional.empty() : unitBehind(text, money);
    Optional<RangeEnd> most = unit.flatMap(one -> RangeEnd.behind(text, money, one, locale));
    if (most.isPresent()) return most.get().of(money);
    if (unit.isPresent()) time = Optional.empty();
    if (!close && unit.isEmpty()) unit = PayUnit.before(text, money.start());
    if (money.yearly()) unit = Optional.of(PayUnit.year(money.end()));
    if (unit.isEmpty() && !close) time = surer(time, PayTime.before(text, money.start()));
    return new Statement(money, unit, time);
  }

  /** "$18 per hour", "$18 or more per hour". */
  private static Optional<PayUnit> unitBehind(String text, MoneySpan money) {
    return PayUnit.after(text, money.end())
        .or(
            () ->
                Bound.behind(text, money.start(), money.end())
                    .flatMap(bound -> PayUnit.after(text, bound.end())));
  }

  /** Of times behind and before the sum the one that only pay can have; else the one behind. */
  private static Optional<PayTime> surer(Optional<PayTime> behind, Optional<PayTime> before) {
    return before.filter(PayTime::close).isPresent() || behind.isEmpty() ? before : behind;
  }

  /** "$17/hr to $20/hr" is one range; otherwise the next statement as it is. */
  Statement with(String text, Statement next) {
    boolean joined =
        RangeWords.isOnly(text.substring(end(), next.money.start()), text, money.start());
    boolean alike =
        unit.isPresent()
            && next.unit.isPresent()
            && unit.get().unit() == next.unit.get().unit()
            && money.currency().equals(next.money.currency());
    if (!joined || !alike || money.min().compareTo(next.money.min()) > 0) return next;
    return new Statement(money.upTo(next.money), next.unit, next.time);
  }

  /** Where it begins, with words such as "up to" and a time that stands before it. */
  int start(String text) {
    int start = Math.min(money.start(), time.map(PayTime::start).orElse(money.start()));
    return Math.min(start, Bound.before(text, money.start()).map(Bound::start).orElse(start));
  }

  int end() {
    int end = Math.max(money.end(), unit.map(PayUnit::end).orElse(0));
    return Math.max(end, time.map(PayTime::end).orElse(0));
  }

  boolean close() {
    return time.filter(PayTime::close).isPresent();
  }

  /** By the hour or the piece: weeks and months are also what people say they make of something. */
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

  /** The statement's amount and time, cut out of the text as it really is. */
  PayText.Found found(String text, String real, PayText.Context context) {
    boolean range = money.min().compareTo(money.max()) < 0;
    Optional<Bound> bound =
        Bound.before(text, money.start())
            .filter(found -> !range || found.kind() == Bound.Kind.ABOUT)
            .or(
                () ->
                    range || !hasUnit()
                        ? Optional.empty()
                        : Bound.behind(text, money.start(), end())
                            .or(() -> Bound.behind(text, money.start(), money.end())))
            .or(() -> range || !isRise(text) ? Optional.empty() : Optional.of(rise()));
    boolean least = bound.filter(found -> found.kind() == Bound.Kind.LEAST).isPresent();
    boolean most = bound.filter(found -> found.kind() == Bound.Kind.MOST).isPresent();
    int start = Math.min(money.start(), bound.map(Bound::start).orElse(money.start()));
    start = Math.min(start, time.map(PayTime::start).orElse(start));
    int end = Math.max(end(), bound.map(Bound::end).orElse(0));
    String piece = text.substring(start, end);
    if (lacks(piece, '(', ')') && start > 0 && text.charAt(start - 1) == '(') start--;
    if (lacks(piece, ')', '(') && text.startsWith(")", end)) end++;
    return new PayText.Found(
        amount(
            context,
            most ? null : money.min(),
            least ? null : money.max(),
            real.substring(start, end).strip()),
        time.map(PayTime::duration),
        Optional.empty(),
        start,
        end);
  }

  private Bound rise() {
    return new Bound(Bound.Kind.LEAST, money.start(), 0);
  }

  private static boolean lacks(String piece, char one, char other) {
    return piece.indexOf(one) < 0 && piece.indexOf(other) >= 0;
  }

  private boolean isRise(String text) {
    if (!text.startsWith("+", money.end())) return false;
    String after = text.substring(money.end(), Math.min(text.length(), money.end() + 12));
    return !NO_RISE.matcher(after).matches();
  }

  private MonetaryAmount amount(
      PayText.Context context, @Nullable BigDecimal min, @Nullable BigDecimal max, String stated) {
    Optional<UnitText> said = unit.map(PayUnit::unit);
    Optional<UnitText> meant = said.or(context::unit).or(() -> time.map(found -> UnitText.TASK));
    boolean inferred =
        money.inferred()
            || (said.isEmpty() && meant.isPresent())
            || unit.filter(PayUnit::inferred).isPresent();
    return new MonetaryAmount(
        money.currency(),
        min == null ? null : unit.map(found -> found.of(money.min())).orElse(min),
        max == null ? null : unit.map(found -> found.of(money.max())).orElse(max),
        meant.orElse(null),
        null,
        stated,
        inferred ? true : null);
  }
}
