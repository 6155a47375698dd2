package worthwhile.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.RequesterId;
import worthwhile.posting.word.Worded;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.text.Nearest;

/** Reads the parameters of a URL into a query, collecting every mistake. */
final class ParameterReader {
  private static final List<String> DIMENSIONS =
      Stream.of(Dimension.values()).map(Dimension::field).toList();

  static final List<String> NAMES =
      Stream.of(
              List.of("q"),
              DIMENSIONS,
              List.of("min_hourly", "min_effective", "max_minutes", "min_reward", "min_places"),
              List.of("posted_within", "include_unknown_pay", "eligibility", "open"),
              List.of(
                  "max_risk",
                  "max_severity",
                  "min_reputation",
                  "exclude",
                  BlockedRequesters.PARAMETER),
              List.of("sort", "page", "size"))
          .flatMap(List::stream)
          .toList();

  /** Parameters that mean "any of" when repeated; the others take one value. */
  static final Set<String> REPEATED =
      Stream.concat(DIMENSIONS.stream(), Stream.of("exclude", BlockedRequesters.PARAMETER))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, List<String>> parameters;
  private final List<Mistake> mistakes = new ArrayList<>();

  ParameterReader(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  Parsed read() {
    parameters.keySet().stream().filter(name -> !NAMES.contains(name)).forEach(this::unknown);
    Optional<String> q = one("q", Limits.TEXT, text -> Optional.of(text).filter(Limits::text));
    Optional<BigDecimal> minHourly = one("min_hourly", Limits.AMOUNT, ParameterReader::amount);
    Optional<BigDecimal> minEffective =
        one("min_effective", Limits.AMOUNT, ParameterReader::amount);
    Optional<Integer> maxMinutes =
        one("max_minutes", Limits.MINUTES, text -> whole(text).filter(Limits::minutes));
    Optional<BigDecimal> minReward = one("min_reward", Limits.AMOUNT, ParameterReader::amount);
    Optional<Integer> minPlaces =
        one("min_places", Limits.PLACES, text -> whole(text).filter(Limits::places));
    Optional<Duration> postedWithin =
        one("posted_within", Limits.AGE, text -> Age.read(text).filter(Limits::age));
    boolean unknownPay =
        one("include_unknown_pay", "true or false", ParameterReader::yesOrNo).orElse(true);
    boolean onlyNamed =
        one("eligibility", "named or possible", text -> choice(text, "possible", "named"))
            .orElse(false);
    boolean all = one("open", "all", text -> choice(text, "", "all")).orElse(false);
    Optional<BigDecimal> maxRisk =
        one("max_risk", Limits.RISK, text -> decimal(text).filter(Limits::share));
    Optional<BigDecimal> minReputation =
        one("min_reputation", Limits.REPUTATION, text -> decimal(text).filter(Limits::share));
    Optional<SeverityLimit> maxSeverity =
        one("max_severity", Limits.SEVERITY, word -> Worded.of(SeverityLimit.class, word));
    Set<String> exclude = excluded();
    List<RequesterId> withoutRequester = requesters(BlockedRequesters.PARAMETER);
    Sort sort =
        one("sort", "relevance, hourly, newest, reward, ending or best", Sort::of)
            .orElse(SearchQuery.defaultSort(q));
    int size =
        one("size", Limits.SIZE, text -> whole(text).filter(Limits::size))
            .orElse(SearchQuery.DEFAULT_SIZE);
    int page =
        one("page", Limits.PAGE, text -> whole(text).filter(n -> Limits.page(n, size))).orElse(1);
    Map<Dimension, Set<String>> choices = choices();
    Limits.whole(mistakes, q, SearchQuery.tidy(choices), exclude);
    if (!mistakes.isEmpty()) return new Parsed.Invalid(mistakes);
    return new Parsed.Valid(
        new SearchQuery(
            q,
            choices,
            minHourly,
            minEffective,
            maxMinutes,
            minReward,
            minPlaces,
            postedWithin,
            unknownPay,
            onlyNamed,
            all,
            maxRisk,
            minReputation,
            maxSeverity,
            List.copyOf(exclude),
            withoutRequester,
            sort,
            page,
            size));
  }

  private Set<String> excluded() {
    Set<String> exclude = any("exclude", "", UnaryOperator.identity(), text -> true);
    if (exclude.size() > Limits.MOST_EXCLUDED)
      mistakes.add(new Mistake("exclude", "", "at most 20 words or phrases"));
    return exclude;
  }

  private Map<Dimension, Set<String>> choices() {
    Map<Dimension, Set<String>> choices = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values())
      choices.put(
          dimension,
          any(dimension.field(), dimension.allowed(), dimension::tidied, dimension::allows));
    return choices;
  }

  private void unknown(String name) {
    if (name.equals(BlockedRequesters.FORMER)) {
      String names = String.join(", ", parameters.get(name));
      mistakes.add(new Mistake(name, names, Limits.FORMER));
      return;
    }
    String hint =
        Nearest.to(name, NAMES).map(nearest -> "did you mean " + nearest + "? ").orElse("");
    String value =
        Objects.requireNonNull(parameters.get(name), "the name is one of those given").isEmpty()
            ? ""
            : Objects.requireNonNull(parameters.get(name), "the name is one of those given")
                .getFirst();
    mistakes.add(
        new Mistake(
            name, value, "no such parameter: " + hint + "allowed are " + String.join(", ", NAMES)));
  }

  private <T> Optional<T> one(String name, String allowed, Function<String, Optional<T>> reading) {
    List<String> values = values(name).stream().distinct().toList();
    if (values.isEmpty()) return Optional.empty();
    if (values.size() > 1) {
      mistakes.add(new Mistake(name, String.join(", ", values), "only once"));
      return Optional.empty();
    }
    Optional<T> value = reading.apply(values.getFirst());
    if (value.isEmpty()) mistakes.add(new Mistake(name, values.getFirst(), allowed));
    return value;
  }

  /** Some letters become two when their case changes: what is compared must be short as well. */
  private Set<String> any(
      String name, String allowed, UnaryOperator<String> tidied, Predicate<String> check) {
    Set<String> good = new HashSet<>();
    for (String value : values(name)) {
      if (!Limits.text(tidied.apply(value))) mistakes.add(new Mistake(name, value, Limits.TEXT));
      else if (!check.test(value)) mistakes.add(new Mistake(name, value, allowed));
      else good.add(value);
    }
    return good;
  }

  private List<RequesterId> requesters(String name) {
    Set<String> given =
        any(
            name,
            Limits.REQUESTER,
            UnaryOperator.identity(),
            text -> BlockedRequesters.read(text).isPresent());
    List<RequesterId> ids =
        given.stream().flatMap(text -> BlockedRequesters.read(text).stream()).distinct().toList();
    if (!BlockedRequesters.fit(ids)) mistakes.add(new Mistake(name, "", Limits.REQUESTERS));
    return ids;
  }

  private List<String> values(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static Optional<BigDecimal> amount(String text) {
    return decimal(text).filter(Limits::amount);
  }

  /** Plain decimals only: an exponent could hide a number of any length. */
  private static Optional<BigDecimal> decimal(String text) {
    return text.matches("[0-9]{1,10}(\\.[0-9]{1,10})?")
        ? Optional.of(new BigDecimal(text).stripTrailingZeros())
        : Optional.empty();
  }

  private static Optional<Integer> whole(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Boolean> yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "on", "yes" -> Optional.of(true);
      case "false", "0", "off", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether it is the second of two words. */
  private static Optional<Boolean> choice(String text, String usual, String other) {
    return text.equalsIgnoreCase(usual) || text.equalsIgnoreCase(other)
        ? Optional.of(text.equalsIgnoreCase(other))
        : Optional.empty();
  }
}
