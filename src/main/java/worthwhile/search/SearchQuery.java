package worthwhile.search;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import worthwhile.posting.RequesterId;
import worthwhile.posting.TaskKind;
import worthwhile.text.Shortened;

/**
 * One search: what the page's form, the API, a feed and a saved search all mean. Amounts are in the
 * index's currency (USD).
 *
 * <p>Whatever is written in more than one way (white space, letter case of ids and codes, trailing
 * zeros) is brought into one form, so that equal searches are equal.
 *
 * @param q words; absent or blank finds everything; at most 300 characters
 * @param choices any of these values in each dimension (platform ids, categories and requesters'
 *     names in any letter case, words of {@link TaskKind}, ISO 3166-1 codes, devices, ISO 639-1
 *     codes); none means any, and a posting without a device or a language always matches, one
 *     without a country stands apart
 * @param minHourly least net pay per hour, 0 or more
 * @param minEffective least pay per hour after unpaid time as well, 0 or more
 * @param maxMinutes most minutes needed, 1 or more; a posting whose time is not known does not pass
 * @param minReward least amount paid for one task or project, 0 or more
 * @param minPlaces fewest places left, 1 or more; a posting whose places are not known does not
 *     pass
 * @param postedWithin how old a posting may be, more than 0, at most ten years
 * @param includeUnknownPay whether postings whose pay is not known pass the pay filters; true
 *     unless the worker asks otherwise. If false, postings that say nothing about pay are left out
 *     even without such a filter
 * @param onlyNamed whether only those are found that name one of the countries or the whole world;
 *     means nothing without a country
 * @param all whether those are found too that are full, ended or closed
 * @param maxRisk largest fraud probability, 0 to 1; a posting whose risk is not known passes
 * @param minReputation least score of who offers it, 0 to 1; a posting of somebody of whom too few
 *     tell does not pass
 * @param maxSeverity gravest warning that a posting may carry
 * @param exclude words or quoted phrases that must not occur; at most 20
 * @param withoutRequester whose postings are left out, each once and in the order of their words;
 *     at most 50. Ids that were taken as one are different ones here
 * @param page from 1; page × size is at most 10,000
 * @param size rows on a page, 1 to 100
 */
@RecordBuilder
public record SearchQuery(
    Optional<String> q,
    Map<Dimension, Set<String>> choices,
    Optional<BigDecimal> minHourly,
    Optional<BigDecimal> minEffective,
    Optional<Integer> maxMinutes,
    Optional<BigDecimal> minReward,
    Optional<Integer> minPlaces,
    Optional<Duration> postedWithin,
    boolean includeUnknownPay,
    boolean onlyNamed,
    boolean all,
    Optional<BigDecimal> maxRisk,
    Optional<BigDecimal> minReputation,
    Optional<SeverityLimit> maxSeverity,
    List<String> exclude,
    List<RequesterId> withoutRequester,
    Sort sort,
    int page,
    int size) {
  /** Rows on a page unless the reader asks otherwise. */
  public static final int DEFAULT_SIZE = 20;

  /** Results that can be paged to; beyond it a narrower search serves better. */
  public static final int REACH = 10_000;

  /** The result of reading parameters: a query, or every mistake in them. */
  public sealed interface Parsed {
    /** Mistakes that one answer tells of: a thousand would be no help and a long page. */
    int MOST_TOLD = 30;

    /** Characters of a value that are told again. */
    int LONGEST_TOLD = 100;

    /** All parameters made sense. */
    record Valid(SearchQuery query) implements Parsed {}

    /** At least one did not; each mistake names the parameter and what is allowed. */
    record Invalid(List<Mistake> mistakes) implements Parsed {
      public Invalid {
        mistakes = mistakes.stream().limit(MOST_TOLD).toList();
      }
    }

    /** One wrong parameter, its name and value shortened to what a message bears. */
    record Mistake(String parameter, String value, String allowed) {
      public Mistake {
        parameter = Shortened.to(LONGEST_TOLD, parameter);
        value = Shortened.to(LONGEST_TOLD, value);
      }
    }
  }

  public SearchQuery {
    q = q.map(String::strip).filter(text -> !text.isEmpty());
    choices = tidy(choices);
    exclude = List.copyOf(tidy(exclude, UnaryOperator.identity()));
    withoutRequester = tidy(withoutRequester);
    minHourly = minHourly.map(SearchQuery::shortest);
    minEffective = minEffective.map(SearchQuery::shortest);
    minReward = minReward.map(SearchQuery::shortest);
    maxRisk = maxRisk.map(SearchQuery::shortest);
    minReputation = minReputation.map(SearchQuery::shortest);
    List<Parsed.Mistake> mistakes =
        Limits.mistakes(
            q,
            choices,
            minHourly,
            minEffective,
            maxMinutes,
            minReward,
            minPlaces,
            postedWithin,
            maxRisk,
            minReputation,
            exclude,
            withoutRequester,
            page,
            size);
    if (!mistakes.isEmpty()) throw new IllegalArgumentException(mistakes.toString());
  }

  /** The search that finds everything, newest first. */
  public static SearchQuery everything() {
    return ((Parsed.Valid) parse(Map.of())).query();
  }

  /**
   * The order that serves a worker who asked for none: the best match where there are words, the
   * newest work where there are none.
   */
  public static Sort defaultSort(Optional<String> q) {
    return q.isPresent() ? Sort.RELEVANCE : Sort.NEWEST;
  }

  /**
   * Reads URL parameters; unknown names and bad values are mistakes, never ignored. Blank values
   * are those of an unfilled form and count as absent.
   */
  public static Parsed parse(Map<String, List<String>> parameters) {
    return new ParameterReader(parameters).read();
  }

  /** The shortest URL parameters that mean this query; {@link #parse} reads them back. */
  public Map<String, List<String>> toParameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    q.ifPresent(text -> parameters.put("q", List.of(text)));
    choices.forEach((dimension, values) -> putAll(parameters, dimension.field(), values));
    minHourly.ifPresent(x -> parameters.put("min_hourly", List.of(x.toPlainString())));
    minEffective.ifPresent(x -> parameters.put("min_effective", List.of(x.toPlainString())));
    maxMinutes.ifPresent(x -> parameters.put("max_minutes", List.of(x.toString())));
    minReward.ifPresent(x -> parameters.put("min_reward", List.of(x.toPlainString())));
    minPlaces.ifPresent(x -> parameters.put("min_places", List.of(x.toString())));
    postedWithin.ifPresent(x -> parameters.put("posted_within", List.of(Age.write(x))));
    if (!includeUnknownPay) parameters.put("include_unknown_pay", List.of("false"));
    if (onlyNamed) parameters.put("eligibility", List.of("named"));
    if (all) parameters.put("open", List.of("all"));
    maxRisk.ifPresent(x -> parameters.put("max_risk", List.of(x.toPlainString())));
    minReputation.ifPresent(x -> parameters.put("min_reputation", List.of(x.toPlainString())));
    maxSeverity.ifPresent(x -> parameters.put("max_severity", List.of(x.word())));
    putAll(parameters, "exclude", exclude);
    putAll(
        parameters,
        BlockedRequesters.PARAMETER,
        withoutRequester.stream().map(RequesterId::toString).toList());
    if (sort != defaultSort(q)) parameters.put("sort", List.of(sort.parameter()));
    if (page != 1) parameters.put("page", List.of(Integer.toString(page)));
    if (size != DEFAULT_SIZE) parameters.put("size", List.of(Integer.toString(size)));
    return Collections.unmodifiableMap(parameters);
  }

  /** Values that are asked for in a dimension; empty means any. */
  public Set<String> chosen(Dimension dimension) {
    return choices.getOrDefault(dimension, Set.of());
  }

  /** The search as a question about single postings, to be made once for many of them. */
  public PostingMatcher matcher(Vocabulary vocabulary) {
    return new PostingMatcher(this, vocabulary);
  }

  /** Another page of the same search. */
  public SearchQuery withPage(int value) {
    return SearchQueryBuilder.builder(this).page(value).build();
  }

  /** The same search in another order, from its first page. */
  public SearchQuery withSort(Sort value) {
    return changed("sort", List.of(value.parameter()));
  }

  /** The same search with pages of another size, from the first. */
  public SearchQuery withSize(int value) {
    return changed("size", List.of(Integer.toString(value)));
  }

  /** The same filters with other words (absent: none), from the first page. */
  public SearchQuery withWords(Optional<String> words) {
    return changed("q", words.stream().toList());
  }

  /** Whether the same search can be made with these words. */
  public boolean allows(String words) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(toParameters());
    parameters.put("q", List.of(words));
    return parse(parameters) instanceof Parsed.Valid;
  }

  /** Whether a parameter has a value, as {@link #toParameters} writes it. */
  public boolean has(String parameter, String value) {
    return toParameters().getOrDefault(parameter, List.of()).contains(value);
  }

  /**
   * Switches one value of a parameter on or off; a parameter that takes one value takes this one
   * instead of its own. Starts from the first page. Throws IllegalArgumentException for what {@link
   * #parse} would call a mistake.
   */
  public SearchQuery toggled(String parameter, String value) {
    List<String> now = toParameters().getOrDefault(parameter, List.of());
    if (now.contains(value))
      return changed(parameter, now.stream().filter(other -> !other.equals(value)).toList());
    return changed(
        parameter,
        ParameterReader.REPEATED.contains(parameter)
            ? Stream.concat(now.stream(), Stream.of(value)).toList()
            : List.of(value));
  }

  /**
   * The same search with these values of a parameter in place of its own, from the first page; none
   * means any. Throws IllegalArgumentException for what {@link #parse} would call a mistake.
   */
  public SearchQuery changed(String parameter, List<String> values) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(toParameters());
    parameters.remove("page");
    parameters.put(parameter, values);
    return switch (parse(parameters)) {
      case Parsed.Valid(SearchQuery query) -> query;
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) ->
          throw new IllegalArgumentException(mistakes.toString());
    };
  }

  private static void putAll(
      Map<String, List<String>> parameters, String name, Collection<String> values) {
    if (!values.isEmpty()) parameters.put(name, List.copyOf(values));
  }

  static Map<Dimension, Set<String>> tidy(Map<Dimension, Set<String>> choices) {
    Map<Dimension, Set<String>> tidy = new EnumMap<>(Dimension.class);
    choices.forEach((dimension, values) -> tidy.put(dimension, tidy(values, dimension::tidied)));
    tidy.values().removeIf(Set::isEmpty);
    return Collections.unmodifiableMap(tidy);
  }

  private static Set<String> tidy(Collection<String> values, UnaryOperator<String> form) {
    Set<String> tidy = new TreeSet<>();
    for (String value : values) {
      String text = form.apply(value.strip());
      if (!text.isEmpty()) tidy.add(text);
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(tidy));
  }

  private static List<RequesterId> tidy(List<RequesterId> requesters) {
    return requesters.stream()
        .distinct()
        .sorted(Comparator.comparing(RequesterId::toString))
        .toList();
  }

  private static BigDecimal shortest(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
