package worthwhile.extract.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.source.Rule;
import worthwhile.text.pay.PayText;
import worthwhile.text.pay.SumText;

/** Reads pay, in words or in parts. */
final class PayFields {
  /** What sources write where they state no pay. */
  private static final Pattern UNSTATED =
      Pattern.compile(
          "(?:[^0-9]{0,4}0+(?:[.,]0+)?[^0-9]*)|not displayed|competitive.*|negotiable|tbd|tba|n/?a|none|doe|depends.*|unpaid|volunteer.*|-+",
          Pattern.CASE_INSENSITIVE);

  /** A number as interfaces write it. */
  private static final Pattern BARE = Pattern.compile("[\\d.,\\s+eE-]*");

  /** A longer text is prose, in which pay is looked for but not expected. */
  private static final int LONGEST_FIELD = 80;

  private final RowReader reader;

  PayFields(RowReader reader) {
    this.reader = reader;
  }

  FieldValues.Outcome of(Rule rule) {
    if (rule.from() instanceof Rule.First(List<Rule> alternatives))
      return first(rule, alternatives);
    if (rule.reading().orElse(null) instanceof Rule.MoneyParts parts)
      return reader.isUnless(rule) ? new FieldValues.Missing() : parts(parts);
    Rule.MoneyText words =
        rule.reading().orElse(null) instanceof Rule.MoneyText text
            ? text
            : new Rule.MoneyText(Optional.empty(), Optional.empty());
    return inWords(reader.candidates(rule), words);
  }

  private FieldValues.Outcome first(Rule rule, List<Rule> alternatives) {
    FieldValues.Outcome unread = new FieldValues.Missing();
    for (Rule each : alternatives) {
      FieldValues.Outcome outcome = of(each.reading().isEmpty() ? withReading(each, rule) : each);
      if (outcome instanceof FieldValues.Got) return outcome;
      if (outcome instanceof FieldValues.Unreadable) unread = outcome;
    }
    return unread;
  }

  private static Rule withReading(Rule rule, Rule outer) {
    return new Rule(
        rule.from(),
        rule.join(),
        rule.filters(),
        rule.map(),
        outer.reading(),
        rule.optional(),
        rule.fallback(),
        rule.unless());
  }

  // --- in words

  private FieldValues.Outcome inWords(List<RowReader.Candidate> candidates, Rule.MoneyText words) {
    PayText.Context context =
        PayText.Context.field(reader.page().source().locale(), words.currency(), words.per());
    String unread = null;
    for (RowReader.Candidate candidate : candidates) {
      for (String text : candidate.texts()) {
        if (UNSTATED.matcher(text.strip()).matches()) continue;
        Optional<PayText.Found> found =
            PayText.find(text, context)
                .map(pay -> text.length() <= LONGEST_FIELD ? pay.withTimeOf(text) : pay);
        if (found.isPresent()) return new FieldValues.Got(declared(found.get(), words));
        if (text.length() <= LONGEST_FIELD) unread = text;
      }
    }
    return unread == null ? new FieldValues.Missing() : new FieldValues.Unreadable(unread);
  }

  /** Where the definition declares both currency and unit, they are known, not inferred. */
  private static PayText.Found declared(PayText.Found found, Rule.MoneyText words) {
    MonetaryAmount pay = found.amount();
    if (words.currency().isEmpty() || words.per().isEmpty()) return found;
    return found.with(
        new MonetaryAmount(
            pay.currency(),
            pay.minValue(),
            pay.maxValue(),
            pay.unitText(),
            pay.gross(),
            pay.stated(),
            null));
  }

  // --- in parts

  private FieldValues.Outcome parts(Rule.MoneyParts parts) {
    Optional<String> known = parts.currency().flatMap(reader::first).flatMap(Amounts::currency);
    Optional<String> per = parts.per().flatMap(reader::first);
    Ends ends =
        ends(parts.value(), known)
            .orElseGet(() -> new Ends(sum(parts.min(), known), sum(parts.max(), known)));
    Optional<String> currency = ends.currency().or(() -> known);
    boolean twoWeeks = per.filter(Amounts::isTwoWeeks).isPresent();
    Optional<UnitText> unit = twoWeeks ? Optional.of(UnitText.WEEK) : per.flatMap(Amounts::unit);
    boolean infer = parts.inferUnit() && unit.isEmpty();
    Optional<BigDecimal> min = ends.least().map(sum -> value(sum, parts.minor()));
    Optional<BigDecimal> max = ends.most().map(sum -> value(sum, parts.minor()));
    Optional<MonetaryAmount> amount =
        Amounts.amount(
            currency,
            twoWeeks ? min.map(PayFields::half) : min,
            twoWeeks ? max.map(PayFields::half) : max,
            infer ? Amounts.unitBySize(min, max) : unit,
            parts.gross().orElse(null),
            parts.value().flatMap(reader::first).flatMap(PayFields::quoted).orElse(null),
            (infer && Amounts.unitBySize(min, max).isPresent()) ? true : null);
    if (amount.isPresent()) return new FieldValues.Got(amount.get());
    boolean noCurrency = (min.isPresent() || max.isPresent()) && currency.isEmpty();
    return noCurrency
        ? new FieldValues.Unreadable(sums(min, max) + " without a currency")
        : new FieldValues.Missing();
  }

  /** A half is exact in decimals. */
  private static BigDecimal half(BigDecimal amount) {
    return amount.multiply(new BigDecimal("0.5"));
  }

  private static BigDecimal value(SumText.Sum sum, boolean minor) {
    return minor ? sum.value().movePointLeft(2) : sum.value();
  }

  /** Least and most, each absent if there is none. */
  private record Ends(Optional<SumText.Sum> least, Optional<SumText.Sum> most) {
    Optional<String> currency() {
      return least.flatMap(SumText.Sum::currency).or(() -> most.flatMap(SumText.Sum::currency));
    }
  }

  private Optional<SumText.Sum> sum(Optional<Rule> rule, Optional<String> known) {
    return ends(rule, known).flatMap(ends -> ends.least().or(ends::most));
  }

  /** A number, with a currency or not; or words such as "2k" and "10 to 15". */
  private Optional<Ends> ends(Optional<Rule> rule, Optional<String> known) {
    return rule.flatMap(reader::first)
        .filter(text -> !UNSTATED.matcher(text.strip()).matches())
        .flatMap(text -> number(text, known).or(() -> inWords(text, known)));
  }

  private static Optional<Ends> number(String text, Optional<String> known) {
    return Amounts.sum(text, known).map(sum -> new Ends(Optional.of(sum), Optional.of(sum)));
  }

  private Optional<Ends> inWords(String text, Optional<String> known) {
    PayText.Context context =
        PayText.Context.field(
            reader.page().source().locale(), known.or(() -> Optional.of("USD")), Optional.empty());
    return PayText.find(text, context)
        .map(PayText.Found::amount)
        .map(pay -> new Ends(end(pay.minValue(), known), end(pay.maxValue(), known)));
  }

  private static Optional<SumText.Sum> end(@Nullable BigDecimal value, Optional<String> known) {
    return Optional.ofNullable(value).map(number -> new SumText.Sum(number, known));
  }

  /** What the source writes, if it is more than a number: only that can be quoted as its words. */
  private static Optional<String> quoted(String text) {
    return Optional.of(text.strip()).filter(words -> !BARE.matcher(words).matches());
  }

  private static String sums(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    return Stream.of(min, max)
        .flatMap(Optional::stream)
        .map(BigDecimal::toPlainString)
        .distinct()
        .collect(Collectors.joining("–"));
  }
}
