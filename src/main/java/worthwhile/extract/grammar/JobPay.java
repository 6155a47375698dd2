package worthwhile.extract.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import worthwhile.extract.rule.Amounts;
import worthwhile.extract.rule.Draft;
import worthwhile.extract.rule.JsonText;
import worthwhile.extract.rule.SourcePage;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.pay.PayText;

/** Pay of a schema.org JobPosting, wherever and however it is stated. */
final class JobPay {
  /** Two bare numbers, as "17.50 – 19" or "17 to 19". */
  private static final Pattern RANGE =
      Pattern.compile("(\\d[\\d.,]{0,20})\\s*(?:-|–|—|to|bis)\\s*(\\d[\\d.,]{0,20})");

  private final SourcePage page;
  private final JsonNode job;
  private final @Nullable String description;

  JobPay(SourcePage page, JsonNode job, @Nullable String description) {
    this.page = page;
    this.job = job;
    this.description = description;
  }

  /** The field counts if it says something; else what the description states. */
  void into(Draft draft) {
    Optional<MonetaryAmount> field =
        whole(each(job.path("baseSalary")).flatMap(this::amounts).toList());
    if (field.isPresent()) {
      draft.put("baseSalary", field.get());
      return;
    }
    if (description == null) return;
    PayText.find(description, context(Optional.empty(), Optional.empty()))
        .ifPresent(
            found -> {
              draft.put("baseSalary", found.amount());
              found.minutes().ifPresent(span -> draft.putIfAbsent("timeRequired", span));
            });
  }

  /** Several ranges of one kind, as for several places, are one; else the first counts. */
  private static Optional<MonetaryAmount> whole(List<MonetaryAmount> all) {
    if (all.size() < 2) return all.stream().findFirst();
    MonetaryAmount first = all.getFirst();
    boolean alike =
        all.stream()
            .allMatch(
                one ->
                    one.currency().equals(first.currency())
                        && one.unitText() == first.unitText()
                        && one.minValue() != null
                        && one.maxValue() != null);
    if (!alike) return Optional.of(first);
    return Amounts.amount(
        Optional.of(first.currency()),
        all.stream().map(MonetaryAmount::minValue).min(BigDecimal::compareTo),
        all.stream().map(MonetaryAmount::maxValue).max(BigDecimal::compareTo),
        Optional.ofNullable(first.unitText()),
        null,
        null,
        first.inferred());
  }

  private PayText.Context context(Optional<String> currency, Optional<UnitText> unit) {
    return new PayText.Context(page.source().locale(), currency, unit);
  }

  /** The elements of a list; what is none is its own only one. */
  private static Stream<JsonNode> each(JsonNode node) {
    return node.isArray() ? node.values().stream() : Stream.of(node);
  }

  /** What a salary says, for each of its values. */
  private Stream<MonetaryAmount> amounts(JsonNode salary) {
    return each(salary.path("value")).flatMap(value -> amount(salary, value).stream());
  }

  private Optional<MonetaryAmount> amount(JsonNode salary, JsonNode value) {
    Optional<String> currency =
        text(salary, "currency", "priceCurrency")
            .or(() -> text(value, "currency"))
            .or(() -> text(job, "salaryCurrency"))
            .flatMap(Amounts::currency);
    if (!salary.isObject())
      return JsonText.of(salary).flatMap(text -> words(text, currency, Optional.empty()));
    Optional<String> per =
        text(value, "unitText", "unitCode")
            .or(() -> text(salary, "unitText", "unitCode", "duration"));
    Optional<UnitText> unit = per.flatMap(Amounts::unit);
    if (value.isString()) return words(value.stringValue(), currency, unit);
    Optional<BigDecimal> one =
        number(value, "value", "price").or(() -> number(salary, "value", "price"));
    Optional<BigDecimal> min =
        number(value, "minValue", "minPrice").or(() -> number(salary, "minValue", "minPrice"));
    Optional<BigDecimal> max =
        number(value, "maxValue", "maxPrice").or(() -> number(salary, "maxValue", "maxPrice"));
    if (min.isEmpty() && max.isEmpty() && one.isEmpty())
      return text(value, "value", "price")
          .or(() -> text(salary, "value", "price"))
          .flatMap(text -> words(text, currency, unit));
    if (min.isEmpty() && max.isEmpty()) {
      min = one;
      max = one;
    }
    return Amounts.amount(currency, min, max, unit, null, null, null);
  }

  private Optional<MonetaryAmount> words(
      String text, Optional<String> currency, Optional<UnitText> unit) {
    Optional<BigDecimal> number = Amounts.number(text);
    if (number.isPresent()) return Amounts.amount(currency, number, number, unit, null, null, null);
    if (text.strip().matches("[^0-9]*0*(?:[.,]0+)?[^0-9]*")) return Optional.empty();
    Matcher range = RANGE.matcher(text.strip());
    if (range.matches()) {
      Optional<BigDecimal> min = Amounts.number(range.group(1));
      Optional<BigDecimal> max = Amounts.number(range.group(2));
      return Amounts.amount(currency, min, max, unit, null, text.strip(), null);
    }
    return PayText.find(text, context(currency, unit)).map(PayText.Found::amount);
  }

  private static Optional<BigDecimal> number(JsonNode node, String... keys) {
    if (keys[0].equals("value") && !node.isObject())
      return JsonText.of(node).flatMap(Amounts::number);
    for (String key : keys) {
      Optional<BigDecimal> number =
          text(node, key).map(t -> t.replaceAll("[$€£₹]|[A-Z]{3}", "")).flatMap(Amounts::number);
      if (number.isPresent()) return number;
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String... keys) {
    for (String key : List.of(keys)) {
      Optional<String> text =
          each(node.path(key))
              .flatMap(value -> JsonText.of(value).stream())
              .map(String::strip)
              .filter(t -> !t.isEmpty())
              .findFirst();
      if (text.isPresent()) return text;
    }
    return Optional.empty();
  }
}
