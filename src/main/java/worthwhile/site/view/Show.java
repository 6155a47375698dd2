package worthwhile.site.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import worthwhile.pay.money.UsedRate;
import worthwhile.posting.Minutes;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Sentences;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.source.Fee;

/**
 * Values as people read them, in the language of the page, in English everywhere else, whatever the
 * machine's locale and zone.
 */
public final class Show {
  /** Made once for each language: looking up 250 names took most of the time of a search page. */
  private static final Map<Locale, Forms> FORMS = new ConcurrentHashMap<>();

  private Show() {}

  /** How a language writes days and countries. */
  private record Forms(
      DateTimeFormatter exact,
      DateTimeFormatter day,
      DateTimeFormatter month,
      Map<String, String> countries,
      Map<String, DateTimeFormatter> others) {
    static Forms of(Locale locale) {
      return new Forms(
          DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", locale).withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("d MMM uuuu", locale),
          DateTimeFormatter.ofPattern("MMM uuuu", locale),
          countryNames(locale),
          new ConcurrentHashMap<>());
    }
  }

  private static Locale locale() {
    return Sentences.spoken().locale();
  }

  private static Forms forms() {
    return FORMS.computeIfAbsent(locale(), Forms::of);
  }

  public static String number(long value) {
    return NumberFormat.getIntegerInstance(locale()).format(value);
  }

  /**
   * So many of something.
   *
   * @param what its name in the catalogue, behind {@code count.}
   */
  public static String count(long n, String what) {
    return Labels.part("count." + what, "n", n, "number", number(n));
  }

  /** An amount with its sign or code, without needless zeros: $10.40, €12, 300 points. */
  public static String money(BigDecimal amount, String currency) {
    String digits = digits(amount);
    String sign = sign(currency);
    return sign.equals(currency) ? digits + " " + currency : sign + digits;
  }

  /** An amount to the cent, as in a sum: $10.40, −$0.08. */
  static String cents(BigDecimal amount, String currency) {
    String digits = amount.abs().setScale(2, RoundingMode.HALF_UP).toPlainString();
    String minus = amount.signum() < 0 ? "−" : "";
    String sign = sign(currency);
    return minus + (sign.equals(currency) ? digits + " " + currency : sign + digits);
  }

  /** An amount with every digit it has: the worth of a point may be a fraction of a cent. */
  public static String exactly(BigDecimal amount, String currency) {
    String digits = amount.stripTrailingZeros().toPlainString();
    String sign = sign(currency);
    return sign.equals(currency) ? digits + " " + currency : sign + digits;
  }

  /** A fee in words: service fee: 5 % of what you earn, at least $1. */
  public static String fee(Fee fee) {
    String name = fee.name() + fee.method().map(method -> " (" + method + ")").orElse("");
    boolean withdrawal = fee.on() == Fee.On.WITHDRAWAL;
    List<String> parts = new ArrayList<>();
    if (fee.percent().signum() > 0)
      parts.add(
          Labels.part(
              withdrawal ? "fee.of-what-you-withdraw" : "fee.of-what-you-earn",
              "percent",
              fee.percent().stripTrailingZeros().toPlainString()));
    if (fee.fixed().signum() > 0)
      parts.add(
          Labels.part(
              withdrawal ? "fee.for-each-withdrawal" : "fee.of-each-payment",
              "amount",
              money(fee.fixed(), fee.currency())));
    String sum =
        parts.isEmpty()
            ? Labels.part("fee.nothing")
            : String.join(" " + Labels.part("fee.and") + " ", parts);
    String least = fee.least().map(bound -> bound("fee.at-least", bound, fee)).orElse("");
    String most = fee.most().map(bound -> bound("fee.at-most", bound, fee)).orElse("");
    String note = fee.note().map(text -> ". " + text).orElse("");
    return name + ": " + sum + least + most + note;
  }

  private static String bound(String key, BigDecimal bound, Fee fee) {
    return ", " + Labels.part(key, "amount", money(bound, fee.currency()));
  }

  private static String digits(BigDecimal amount) {
    boolean small = amount.abs().compareTo(new BigDecimal("0.10")) < 0;
    BigDecimal rounded =
        amount.setScale(small ? Math.min(4, Math.max(2, amount.scale())) : 2, RoundingMode.HALF_UP);
    boolean whole = rounded.stripTrailingZeros().scale() <= 0;
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(whole ? 0 : 2);
    format.setMaximumFractionDigits(whole ? 0 : rounded.scale());
    return format.format(rounded);
  }

  private static String sign(String currency) {
    return switch (currency) {
      case "USD" -> Labels.part("money.dollar");
      case "EUR" -> "€";
      case "GBP" -> "£";
      case "INR" -> "₹";
      case "JPY" -> "¥";
      case "CAD" -> "CA$";
      case "AUD" -> "A$";
      default -> currency;
    };
  }

  /** The same without its unit where that is the task: $1.50, £8–£12 an hour. */
  public static String reward(MonetaryAmount amount) {
    return amount.unitText() == UnitText.TASK ? span(amount) : stated(amount);
  }

  /** Pay as stated: $1.50 per task, £8–£12 an hour, up to €300 for the project. */
  public static String stated(MonetaryAmount amount) {
    String unit = amount.unitText() == null ? "" : " " + unit(amount.unitText());
    return span(amount) + unit;
  }

  private static String span(MonetaryAmount amount) {
    BigDecimal min = amount.minValue();
    BigDecimal max = amount.maxValue();
    if (min == null) {
      BigDecimal most = Objects.requireNonNull(max, "MonetaryAmount has a least or a most");
      return Labels.part("money.up-to", "amount", money(most, amount.currency()));
    }
    if (max == null) return Labels.part("money.from", "amount", money(min, amount.currency()));
    if (min.compareTo(max) == 0) return money(min, amount.currency());
    return money(min, amount.currency()) + "–" + money(max, amount.currency());
  }

  /** The same where it stands in for pay per hour: up to $14/h. */
  public static String inPlaceOfPay(MonetaryAmount amount) {
    return amount.unitText() == UnitText.HOUR ? span(amount) + "/h" : stated(amount);
  }

  static String unit(UnitText unit) {
    return Labels.part("unit." + Worded.wordOf(unit));
  }

  /** What the figure rests on, in two or three words. */
  public static String basis(Pay.Basis basis) {
    return Labels.part("basis." + Worded.wordOf(basis));
  }

  /** Pay per hour after what is certain to be taken off: the figure that every page shows. */
  public static String net(Pay pay) {
    return money(pay.net(), pay.currency());
  }

  /** What is left of it once unpaid time is counted too; absent if that is the same. */
  public static Optional<String> afterUnpaid(Pay pay) {
    return Optional.ofNullable(pay.effective())
        .filter(left -> left.compareTo(pay.net()) < 0)
        .map(left -> money(left, pay.currency()));
  }

  /** How much it rests on: 1 platform measurement; absent for tasks like it alone. */
  public static Optional<String> statements(Pay pay) {
    boolean none = pay.basis() == Pay.Basis.SIMILAR && pay.n() == 0;
    return none ? Optional.empty() : Optional.of(count(pay.n(), Worded.wordOf(pay.basis())));
  }

  /** The interval around {@link #net}; empty if it is a single figure. */
  public static String range(Pay pay) {
    return pay.netLow().compareTo(pay.netHigh()) == 0
        ? ""
        : money(pay.netLow(), pay.currency()) + "–" + money(pay.netHigh(), pay.currency());
  }

  /** That pay rests on a rate of exchange more than 30 days old; absent if it does not. */
  public static Optional<String> oldRate(Pay pay, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return UsedRate.of(pay)
        .filter(rate -> rate.isOld(today))
        .map(rate -> rate.reason(today).said());
  }

  /** A span of time: 3 min, 1 h 30 min, 2 days. */
  public static String span(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) return Minutes.of(span).toPlainString() + " min";
    if (seconds < 48 * 3600) {
      long minutes = span.toMinutes() % 60;
      return span.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }
    return count(span.toDays(), "days");
  }

  /** How long a run took: 320 ms, 4.2 s, 3 min. */
  public static String took(Duration took) {
    if (took.toMillis() < 1000) return took.toMillis() + " ms";
    if (took.toSeconds() < 60)
      return BigDecimal.valueOf(took.toMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s";
    return span(took);
  }

  /** How long ago, or in how long, in its largest whole unit. */
  public static String ago(Instant then, Instant now) {
    Duration gone = Duration.between(then, now);
    if (gone.isNegative()) return ahead(gone.negated());
    return gone.toMinutes() < 1
        ? Labels.part("time.just-now")
        : Labels.part("time.ago", "span", largest(gone));
  }

  /** How old something is, in its largest whole unit: 4 min, 3 h. */
  public static String age(Instant then, Instant now) {
    Duration gone = Duration.between(then, now);
    return gone.toMinutes() < 1 ? "1 min" : largest(gone);
  }

  private static String ahead(Duration left) {
    return left.toMinutes() < 1
        ? Labels.part("time.in-a-moment")
        : Labels.part("time.in", "span", largest(left));
  }

  private static String largest(Duration span) {
    if (span.toHours() < 1) return span.toMinutes() + " min";
    if (span.toHours() < 48) return span.toHours() + " h";
    if (span.toDays() < 60) return count(span.toDays(), "days");
    return span.toDays() < 730
        ? count(span.toDays() / 30, "months")
        : count(span.toDays() / 365, "years");
  }

  /** A point in time in UTC, to the minute. */
  public static String exact(Instant instant) {
    return forms().exact().format(instant);
  }

  /** A moment, day or month in the form that a pattern of the JDK's gives. */
  public static String at(String pattern, TemporalAccessor when) {
    return forms()
        .others()
        .computeIfAbsent(pattern, form -> DateTimeFormatter.ofPattern(form, locale()))
        .format(when);
  }

  public static String day(LocalDate date) {
    return forms().day().format(date);
  }

  /** A day, month or year, as precisely as it is known: 3 Apr 2018, Sep 2024, 2019. */
  public static String day(LocalDate first, String precision) {
    return switch (precision) {
      case "year" -> String.valueOf(first.getYear());
      case "month" -> forms().month().format(first);
      default -> forms().day().format(first);
    };
  }

  /** The same of 2018-04-03, 2024-09 or 2019. */
  public static String when(String date) {
    return switch (date.length()) {
      case 4 -> date;
      case 7 -> forms().month().format(LocalDate.parse(date + "-01"));
      default -> forms().day().format(LocalDate.parse(date));
    };
  }

  public static String day(Instant instant) {
    return forms().day().format(instant.atZone(ZoneOffset.UTC));
  }

  /** Name of a country; the code where it is not one. */
  public static String country(String code) {
    return forms().countries().getOrDefault(code.toUpperCase(Locale.ROOT), code);
  }

  /** Every ISO 3166-1 code with its name, by name. */
  public static Map<String, String> countries() {
    return forms().countries();
  }

  private static Map<String, String> countryNames(Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
        .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(locale)))
        .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(names);
  }

  public static String countries(Collection<String> codes) {
    return codes.stream().map(Show::country).collect(Collectors.joining(", "));
  }

  /** Name of a language; the code where it is not one. */
  public static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(locale());
  }

  /** A slug as words: data-entry → Data entry. */
  public static String words(String slug) {
    String spaced = slug.replace('-', ' ').replace('_', ' ').strip();
    if (spaced.isEmpty()) return slug;
    int first = spaced.offsetByCodePoints(0, 1);
    return spaced.substring(0, first).toUpperCase(Locale.ROOT) + spaced.substring(first);
  }

  public static String bytes(long bytes) {
    if (bytes < 1024) return bytes + " B";
    if (bytes < 1024 * 1024) return bytes / 1024 + " KB";
    boolean large = bytes >= 1024L * 1024 * 1024;
    return BigDecimal.valueOf(bytes)
            .divide(BigDecimal.valueOf(1024L * 1024 * (large ? 1024 : 1)), 1, RoundingMode.HALF_UP)
        + (large ? " GB" : " MB");
  }

  /** A warning in one line of text: how grave, what it is, and the words that it rests on. */
  public static String warning(Warning warning) {
    String quote = warning.quote() == null ? "" : ": “" + warning.quote() + "”";
    return Labels.part("severity." + Worded.wordOf(warning.severity()))
        + ": "
        + warning.said()
        + quote;
  }
}
