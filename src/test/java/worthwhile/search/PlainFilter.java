package worthwhile.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.intake.Kinds;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.search.SearchResult.FacetCount;

/** What a search means, said again without an index: slow, plain, and independent of it. */
record PlainFilter(List<Posting> postings, Collection<List<Posting>> tasks, Instant now) {
  PlainFilter(List<Posting> postings, Instant now) {
    this(
        postings,
        postings.stream().collect(Collectors.groupingBy(InventedCards::task)).values(),
        now);
  }

  /** One copy of each task that fits. */
  List<Posting> matches(SearchQuery query) {
    return tasks().stream()
        .flatMap(
            task ->
                task.stream()
                    .filter(copy -> passes(copy, query, ""))
                    .min(
                        Comparator.comparingInt((Posting copy) -> rank(copy, query))
                            .thenComparing(copy -> !isDirect(copy))
                            .thenComparing(copy -> copy.standing().firstSeen())
                            .thenComparing(Posting::id))
                    .stream())
        .toList();
  }

  /** How many tasks stand apart for each reason, those that are left out too. */
  Map<Apart, Long> groups(SearchQuery query) {
    Map<Apart, Long> groups = new EnumMap<>(Apart.class);
    for (Apart apart : Apart.values()) groups.put(apart, 0L);
    for (List<Posting> task : tasks())
      group(task, query).ifPresent(apart -> groups.merge(apart, 1L, Long::sum));
    return groups;
  }

  private Optional<Apart> group(List<Posting> task, SearchQuery query) {
    List<Posting> fit = task.stream().filter(copy -> fits(copy, query, "")).toList();
    List<Posting> shown = fit.stream().filter(copy -> passes(copy, query, "")).toList();
    if (!shown.isEmpty())
      return shown.stream()
          .map(copy -> apart(copy, query, ""))
          .min(Comparator.comparingInt(PlainFilter::rank))
          .filter(why -> !why.isEmpty())
          .map(List::getLast);
    return fit.stream()
        .map(copy -> apart(copy, query, "").stream().filter(why -> leaves(query, why)).toList())
        .min(Comparator.comparingInt(PlainFilter::rank))
        .map(List::getLast);
  }

  private static boolean isDirect(Posting posting) {
    return !posting.job().platform().equals("remotive");
  }

  List<FacetCount> facet(SearchQuery query, String facet, int most) {
    List<List<Posting>> tasks =
        tasks().stream()
            .map(task -> task.stream().filter(copy -> passes(copy, query, facet)).toList())
            .filter(task -> !task.isEmpty())
            .toList();
    Set<String> values = new TreeSet<>();
    for (List<Posting> task : tasks)
      for (Posting posting : task)
        for (String value : facetValues(posting, facet))
          if (!facet.equals("country") || !isClosed(posting, value)) values.add(lower(value));
    return values.stream()
        .map(
            value ->
                new FacetCount(
                    value,
                    tasks.stream()
                        .filter(
                            task -> task.stream().anyMatch(copy -> has(copy, query, facet, value)))
                        .count()))
        .sorted(
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
        .limit(most)
        .toList();
  }

  private boolean has(Posting copy, SearchQuery query, String facet, String value) {
    if (!facet.equals("country"))
      return facetValues(copy, facet).stream().anyMatch(own -> lower(own).equals(value));
    String code = value.toUpperCase(Locale.ROOT);
    if (isClosed(copy, code)) return false;
    Collection<String> named = facetValues(copy, "country");
    return named.isEmpty() ? isWorldwide(copy) || !query.onlyNamed() : named.contains(code);
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static boolean isWorldwide(Posting p) {
    return p.offered().job().applicantLocationRequirements().isEmpty()
        && "Worldwide".equals(p.job().jobLocation());
  }

  /** Whether a posting or the card of its platform excludes a country. */
  private static boolean isClosed(Posting p, String country) {
    return p.offered().job().ineligibleRegion().contains(country)
        || (p.job().platform().equals("prolific") && !Set.of("US", "GB").contains(country))
        || (p.job().platform().equals("mturk") && country.equals("IN"));
  }

  Comparator<Posting> order(SearchQuery query) {
    return Comparator.comparingInt((Posting p) -> rank(p, query))
        .thenComparing(order(query.sort(), now));
  }

  private int rank(Posting p, SearchQuery query) {
    return rank(apart(p, query, ""));
  }

  private static int rank(List<Apart> why) {
    return why.isEmpty() ? 0 : why.getLast().ordinal() + 1;
  }

  /** Why a posting stands apart, the reason that counts last. */
  private List<Apart> apart(Posting p, SearchQuery query, String dropped) {
    List<Apart> why = new ArrayList<>();
    boolean asked = !dropped.equals("country") && !query.chosen(Dimension.COUNTRY).isEmpty();
    if (asked && facetValues(p, "country").isEmpty() && !isWorldwide(p))
      why.add(Apart.COUNTRY_NOT_STATED);
    if ((query.minHourly().isPresent() && hourly(p).isEmpty())
        || (query.minEffective().isPresent() && effective(p).isEmpty())
        || (query.minReward().isPresent() && reward(p).isEmpty())
        || (!query.includeUnknownPay() && p.pay() == null && p.job().baseSalary() == null))
      why.add(Apart.PAY_UNKNOWN);
    if (Integer.valueOf(0).equals(p.job().totalJobOpenings())) why.add(Apart.FULL);
    if (p.job().validThrough() != null && p.job().validThrough().isBefore(now))
      why.add(Apart.ENDED);
    if (p.state() == PostingState.CLOSED) why.add(Apart.CLOSED);
    return why;
  }

  private static boolean leaves(SearchQuery query, Apart why) {
    return switch (why) {
      case COUNTRY_NOT_STATED -> query.onlyNamed();
      case PAY_UNKNOWN -> !query.includeUnknownPay();
      case FULL, ENDED, CLOSED -> !query.all();
    };
  }

  private static Comparator<Posting> order(Sort sort, Instant now) {
    Comparator<Posting> first =
        switch (sort) {
          case RELEVANCE -> throw new IllegalArgumentException("not said without an index");
          case HOURLY -> descending(PlainFilter::hourly);
          case REWARD -> descending(PlainFilter::reward);
          case NEWEST -> descending(p -> Optional.of(posted(p)));
          case BEST -> Comparator.comparingLong(p -> -PlainWorth.of(p, Fit.NONE));
          case ENDING ->
              Comparator.comparing(
                  p ->
                      p.job().validThrough() == null || p.job().validThrough().isBefore(now)
                          ? Instant.MAX
                          : p.job().validThrough());
        };
    return first.thenComparing(Posting::id);
  }

  private static <T extends Comparable<T>> Comparator<Posting> descending(
      Function<Posting, Optional<T>> value) {
    return Comparator.comparing(
        (Posting p) -> value.apply(p).orElse(null),
        Comparator.nullsLast(Comparator.reverseOrder()));
  }

  private boolean passes(Posting p, SearchQuery query, String dropped) {
    return fits(p, query, dropped)
        && apart(p, query, dropped).stream().noneMatch(why -> leaves(query, why));
  }

  private boolean fits(Posting p, SearchQuery query, String dropped) {
    return query.withoutRequester().stream().noneMatch(id -> id.toString().equals(by(p)))
        && (dropped.equals("platform")
            || any(query.chosen(Dimension.PLATFORM), facetValues(p, "platform")))
        && (dropped.equals("category")
            || any(query.chosen(Dimension.CATEGORY), facetValues(p, "category")))
        && (dropped.equals("kind") || any(query.chosen(Dimension.KIND), facetValues(p, "kind")))
        && (dropped.equals("requester")
            || any(query.chosen(Dimension.REQUESTER), facetValues(p, "requester")))
        && (dropped.equals("country") || isOpenTo(query.chosen(Dimension.COUNTRY), p))
        && (dropped.equals("device")
            || p.offered().job().devices().isEmpty()
            || any(query.chosen(Dimension.DEVICE), facetValues(p, "device")))
        && (dropped.equals("language")
            || p.job().language() == null
            || any(query.chosen(Dimension.LANGUAGE), List.of(p.job().language())))
        && atLeast(hourly(p), query.minHourly())
        && atLeast(effective(p), query.minEffective())
        && atLeast(reward(p), query.minReward())
        && (query.maxRisk().isEmpty()
            || p.assessment().risk() == null
            || p.assessment().risk().compareTo(query.maxRisk().get()) <= 0)
        && (query.maxSeverity().isEmpty()
            || p.assessment().warnings().stream()
                .allMatch(
                    warning ->
                        warning.severity().ordinal() + 1 <= query.maxSeverity().get().ordinal()))
        && (query.minReputation().isEmpty()
            || (p.reputation() != null
                && p.reputation().isKnown()
                && p.reputation().score().compareTo(query.minReputation().get()) >= 0))
        && (query.minPlaces().isEmpty()
            || (p.job().totalJobOpenings() != null
                && p.job().totalJobOpenings() >= query.minPlaces().get()))
        && (query.maxMinutes().isEmpty()
            || minutes(p)
                .map(m -> m.compareTo(Duration.ofMinutes(query.maxMinutes().get())) <= 0)
                .orElse(false))
        && (query.postedWithin().isEmpty()
            || !posted(p).isBefore(now.minus(query.postedWithin().get())))
        && words(p, query);
  }

  private static boolean words(Posting p, SearchQuery query) {
    String text =
        " "
            + p.job().title()
            + " | "
            + (p.job().description() == null ? "" : p.job().description())
            + " ";
    List<String> words =
        Stream.of(query.q().orElse("").split(" ")).filter(word -> !word.isEmpty()).toList();
    long found = words.stream().filter(word -> text.contains(" " + word + " ")).count();
    return found >= (words.size() > 3 ? Math.ceil(words.size() * 0.75) : words.size())
        && query.exclude().stream()
            .noneMatch(out -> text.contains(" " + out.replace("\"", "") + " "));
  }

  /** Who offers it, written as a search would. */
  private static String by(Posting p) {
    if (p.job().hiringOrganization() == null) return "";
    String id = p.job().hiringOrganization().identifier();
    if (id == null)
      return p.job().platform() + ":name:" + lower(p.job().hiringOrganization().name());
    return p.job().platform() + (id.startsWith("name:") ? ":id:" : ":") + id;
  }

  private static Collection<String> facetValues(Posting p, String facet) {
    return switch (facet) {
      case "platform" -> List.of(p.job().platform());
      case "category" -> Stream.ofNullable(p.job().occupationalCategory()).toList();
      case "kind" -> List.of(Kinds.of(p.job()).word());
      case "requester" ->
          Stream.ofNullable(p.job().hiringOrganization()).map(o -> o.name()).toList();
      case "device" -> p.offered().job().devices();
      default ->
          p.offered().job().applicantLocationRequirements().stream()
              .filter(country -> !p.offered().job().ineligibleRegion().contains(country))
              .toList();
    };
  }

  private static boolean any(Set<String> chosen, Collection<String> values) {
    return chosen.isEmpty()
        || values.stream().anyMatch(v -> chosen.stream().anyMatch(v::equalsIgnoreCase));
  }

  private static boolean isOpenTo(Set<String> countries, Posting p) {
    Collection<String> named = facetValues(p, "country");
    return countries.isEmpty()
        || countries.stream()
            .filter(country -> !isClosed(p, country))
            .anyMatch(country -> named.isEmpty() || named.contains(country));
  }

  private static boolean atLeast(Optional<BigDecimal> value, Optional<BigDecimal> least) {
    return least.isEmpty() || value.map(v -> v.compareTo(least.get()) >= 0).orElse(true);
  }

  private static Optional<BigDecimal> effective(Posting p) {
    return Optional.ofNullable(p.pay()).map(pay -> pay.effective());
  }

  private static Optional<BigDecimal> hourly(Posting p) {
    return Optional.ofNullable(p.pay()).map(pay -> pay.median());
  }

  private static Optional<BigDecimal> reward(Posting p) {
    return Optional.ofNullable(p.job().baseSalary())
        .filter(s -> s.currency().equals("USD") && s.unitText() != UnitText.HOUR)
        .map(s -> s.minValue());
  }

  private static Instant posted(Posting p) {
    return p.job().datePosted() == null ? p.standing().firstSeen() : p.job().datePosted();
  }

  static Optional<Duration> minutes(Posting p) {
    if (p.job().timeRequired() != null) return Optional.of(p.job().timeRequired());
    List<BigDecimal> told = new ArrayList<>();
    for (WorkReport report : p.job().reports()) told.add(report.minutes());
    return told.stream()
        .reduce(BigDecimal::add)
        .map(sum -> sum.divide(BigDecimal.valueOf(told.size()), 3, RoundingMode.HALF_UP))
        .map(m -> Duration.ofMillis(m.multiply(BigDecimal.valueOf(60_000)).longValue()));
  }
}
