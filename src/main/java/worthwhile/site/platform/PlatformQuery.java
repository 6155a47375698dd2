package worthwhile.site.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import worthwhile.market.MarketFigures;
import worthwhile.pay.money.Rates;
import worthwhile.posting.word.Worded;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Access;
import worthwhile.source.Platform;
import worthwhile.source.card.OpenTo;

/**
 * Which platforms to list, and in what order. Several values of one parameter mean any of them.
 *
 * @param q words that its names, summary or countries hold, all of them; absent for any
 * @param kinds of {@link Platform#KINDS}; empty for any
 * @param states of {@link Platform#STATES}; empty for any
 * @param access words as the API writes them; empty for any
 * @param open only those with tasks open here
 * @param countries ISO 3166-1 codes: those that take no workers of any of these are left out; empty
 *     for any
 */
record PlatformQuery(
    Optional<String> q,
    Set<String> kinds,
    Set<String> states,
    Set<String> access,
    boolean open,
    Set<String> countries,
    PlatformSort sort) {
  private static final List<String> NAMES =
      List.of("q", "kind", "status", "access", "open", "country", "sort");
  private static final int LONGEST = 200;

  /** The query, or what is wrong with the parameters. */
  sealed interface Parsed {
    record Valid(PlatformQuery query) implements Parsed {}

    record Invalid(List<Mistake> mistakes) implements Parsed {
      public Invalid {
        mistakes = mistakes.stream().limit(SearchQuery.Parsed.MOST_TOLD).toList();
      }
    }
  }

  /** Every way a platform's tasks may get here, as parameters and the API write it. */
  static List<String> accessWords() {
    return Stream.of(Access.values()).map(Worded::wordOf).toList();
  }

  static Parsed parse(Map<String, List<String>> parameters) {
    List<Mistake> mistakes = new ArrayList<>();
    parameters.forEach(
        (name, values) -> {
          if (!NAMES.contains(name))
            mistakes.add(
                new Mistake(
                    name,
                    values.getFirst(),
                    "no such parameter: allowed are " + String.join(", ", NAMES)));
        });
    Optional<String> q = one(parameters, "q", mistakes);
    q.filter(text -> text.length() > LONGEST)
        .ifPresent(text -> mistakes.add(new Mistake("q", text, "at most 200 characters")));
    Set<String> kinds = any(parameters, "kind", Platform.KINDS, mistakes);
    Set<String> states = any(parameters, "status", Platform.STATES, mistakes);
    Set<String> access = any(parameters, "access", accessWords(), mistakes);
    Set<String> open = any(parameters, "open", List.of("true", "false"), mistakes);
    Set<String> countries = countries(parameters.getOrDefault("country", List.of()), mistakes);
    if (open.size() > 1) mistakes.add(new Mistake("open", "true, false", "only once"));
    Optional<String> sort = one(parameters, "sort", mistakes);
    Optional<PlatformSort> order = sort.flatMap(PlatformSort::of);
    if (sort.isPresent() && order.isEmpty())
      mistakes.add(new Mistake("sort", sort.get(), allowed(PlatformSort.words())));
    if (!mistakes.isEmpty()) return new Parsed.Invalid(mistakes);
    return new Parsed.Valid(
        new PlatformQuery(
            q,
            kinds,
            states,
            access,
            open.contains("true"),
            countries,
            order.orElse(PlatformSort.OPEN)));
  }

  private static Optional<String> one(
      Map<String, List<String>> parameters, String name, List<Mistake> mistakes) {
    List<String> values = parameters.getOrDefault(name, List.of()).stream().distinct().toList();
    if (values.size() > 1) mistakes.add(new Mistake(name, String.join(", ", values), "only once"));
    return values.stream().findFirst().map(String::strip);
  }

  private static Set<String> any(
      Map<String, List<String>> parameters,
      String name,
      List<String> allowed,
      List<Mistake> mistakes) {
    Set<String> good = new TreeSet<>();
    for (String value : parameters.getOrDefault(name, List.of())) {
      String word = value.strip().toLowerCase(Locale.ROOT);
      if (allowed.contains(word)) good.add(word);
      else mistakes.add(new Mistake(name, value, allowed(allowed)));
    }
    return good;
  }

  /** Codes of countries; none for {@link Remembered#ANY}. */
  private static Set<String> countries(List<String> values, List<Mistake> mistakes) {
    Set<String> good = new TreeSet<>();
    for (String value : values) {
      String code = value.strip().toUpperCase(Locale.ROOT);
      if (OpenTo.CODES.contains(code)) good.add(code);
      else if (!code.equalsIgnoreCase(Remembered.ANY))
        mistakes.add(new Mistake("country", value, "a code such as KE, or any"));
    }
    return good;
  }

  private static String allowed(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** The platforms asked for, in the order asked for. */
  List<PlatformLine> lines(SiteInstance instance, MarketFigures figures) {
    return anywhere(instance, figures).stream().filter(this::takesWorkers).toList();
  }

  /** Whether it may take workers from the countries asked for, as far as is known. */
  boolean takesWorkers(PlatformLine line) {
    return Joining.of(line.platform(), countries)
        .filter(joining -> joining.answer() == Joining.Answer.NO)
        .isEmpty();
  }

  /** The same, also those that take no workers of the countries asked for. */
  List<PlatformLine> anywhere(SiteInstance instance, MarketFigures figures) {
    Map<String, Long> counts = instance.index().openByPlatform();
    Rates rates = instance.rates();
    return instance.sources().platforms().stream()
        .map(
            platform ->
                PlatformLine.of(platform, counts.getOrDefault(platform.id(), 0L), rates, figures))
        .filter(this::wanted)
        .sorted(sort.order())
        .toList();
  }

  private boolean wanted(PlatformLine line) {
    Platform platform = line.platform();
    return (kinds.isEmpty() || kinds.contains(platform.kind()))
        && (states.isEmpty() || states.contains(platform.status()))
        && (access.isEmpty() || access.contains(Worded.wordOf(platform.access())))
        && (!open || line.open() > 0)
        && q.map(words -> holds(platform, words)).orElse(true);
  }

  private static boolean holds(Platform platform, String words) {
    String text =
        String.join(" ", platform.names())
            + " "
            + platform.id()
            + " "
            + platform.summary().orElse("")
            + " "
            + platform.countries().orElse("");
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
  }

  /** The parameters that ask for this; none for everything in the usual order. */
  Map<String, List<String>> toParameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    q.ifPresent(words -> parameters.put("q", List.of(words)));
    put(parameters, "kind", kinds);
    put(parameters, "status", states);
    put(parameters, "access", access);
    if (open) parameters.put("open", List.of("true"));
    put(parameters, "country", countries);
    if (sort != PlatformSort.OPEN) parameters.put("sort", List.of(Worded.wordOf(sort)));
    return parameters;
  }

  private static void put(Map<String, List<String>> parameters, String name, Set<String> values) {
    if (!values.isEmpty()) parameters.put(name, List.copyOf(values));
  }

  /** The same in another order. */
  PlatformQuery in(PlatformSort other) {
    return new PlatformQuery(q, kinds, states, access, open, countries, other);
  }
}
