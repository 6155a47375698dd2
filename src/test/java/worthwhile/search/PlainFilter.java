package worthwhile.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import worthwhile.posting.Posting;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.search.SearchResult.FacetCount;

/** What a search means, said again without an index: slow, plain, and independent of it. */
record PlainFilter(List<Posting> postings, Instant now) {
  List<Posting> matches(SearchQuery query) {
    return postings.stream().filter(posting -> passes(posting, query, "")).toList();
  }

  List<FacetCount> facet(SearchQuery query, String facet, int most) {
    Map<String, Long> counts = new TreeMap<>();
    long everybody = 0;
    for (Posting posting : postings) {
      if (!passes(posting, query, facet)) continue;
      Collection<String> values = facetValues(posting, facet);
      if (facet.equals("country") && values.isEmpty()) everybody++;
      for (String value : values) counts.merge(value.toLowerCase(Locale.ROOT), 1L, Long::sum);
    }
    long all = everybody;
    return counts.entrySet().stream()
        .map(entry -> new FacetCount(entry.getKey(), entry.getValue() + all))
        .sorted(
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
        .limit(most)
        .toList();
  }

  static Comparator<Posting> order(Sort sort, Instant now) {
    Comparator<Posting> first =
        switch (sort) {
          case RELEVANCE -> throw new IllegalArgumentException("not said without an index");
          case HOURLY -> descending(PlainFilter::hourly);
          case REWARD -> descending(PlainFilter::reward);
          case NEWEST -> descending(p -> Optional.of(posted(p)));
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
    return words(p, query)
        && (dropped.equals("platform")
            || any(query.chosen(Dimension.PLATFORM), facetValues(p, "platform")))
        && (dropped.equals("category")
            || any(query.chosen(Dimension.CATEGORY), facetValues(p, "category")))
        && (dropped.equals("kind") || any(query.chosen(Dimension.KIND), facetValues(p, "kind")))
        && (dropped.equals("requester")
            || any(query.chosen(Dimension.REQUESTER), facetValues(p, "requester")))
        && (dropped.equals("country")
            || p.job().applicantLocationRequirements().isEmpty()
            || any(query.chosen(Dimension.COUNTRY), facetValues(p, "country")))
        && (dropped.equals("device")
            || p.job().devices().isEmpty()
            || any(query.chosen(Dimension.DEVICE), facetValues(p, "device")))
        && atLeast(hourly(p), query.minHourly(), query.includeUnknownPay())
        && atLeast(reward(p), query.minReward(), query.includeUnknownPay())
        && (query.maxMinutes().isEmpty()
            || minutes(p)
                .map(m -> m.compareTo(Duration.ofMinutes(query.maxMinutes().get())) <= 0)
                .orElse(false))
        && (query.includeUnknownPay() || p.pay() != null || p.job().baseSalary() != null)
        && (query.postedWithin().isEmpty()
            || !posted(p).isBefore(now.minus(query.postedWithin().get())));
  }

  private static boolean words(Posting p, SearchQuery query) {
    String text =
        " "
            + p.job().title()
            + " | "
            + (p.job().description() == null ? "" : p.job().description())
            + " ";
    return Stream.of(query.q().orElse("").split(" "))
            .filter(word -> !word.isEmpty())
            .allMatch(word -> text.contains(" " + word + " "))
        && query.exclude().stream()
            .noneMatch(words -> text.contains(" " + words.replace("\"", "") + " "));
  }

  private static Collection<String> facetValues(Posting p, String facet) {
    return switch (facet) {
      case "platform" -> List.of(p.job().platform());
      case "category" -> Stream.ofNullable(p.job().occupationalCategory()).toList();
      case "kind" -> List.of((p.job().kind() == null ? TaskKind.MICRO_TASK : p.job().kind()).word());
      case "requester" ->
          Stream.ofNullable(p.job().hiringOrganization()).map(o -> o.name()).toList();
      case "device" -> p.job().devices();
      default -> p.job().applicantLocationRequirements();
    };
  }

  private static boolean any(Set<String> chosen, Collection<String> values) {
    return chosen.isEmpty()
        || values.stream().anyMatch(v -> chosen.stream().anyMatch(v::equalsIgnoreCase));
  }

  private static boolean atLeast(
      Optional<BigDecimal> value, Optional<BigDecimal> least, boolean unknownPasses) {
    return least.isEmpty() || value.map(v -> v.compareTo(least.get()) >= 0).orElse(unknownPasses);
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

  private static Optional<Duration> minutes(Posting p) {
    if (p.job().timeRequired() != null) return Optional.of(p.job().timeRequired());
    List<BigDecimal> told = new ArrayList<>();
    for (WorkReport report : p.job().reports()) told.add(report.minutes());
    return told.stream()
        .reduce(BigDecimal::add)
        .map(sum -> sum.divide(BigDecimal.valueOf(told.size()), 3, RoundingMode.HALF_UP))
        .map(m -> Duration.ofMillis(m.multiply(BigDecimal.valueOf(60_000)).longValue()));
  }
}
