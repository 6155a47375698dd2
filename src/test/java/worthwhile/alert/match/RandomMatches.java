package worthwhile.alert.match;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.posting.Conduct;
import worthwhile.posting.ConductBuilder;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.search.Dimension;
import worthwhile.search.PostingFacts;
import worthwhile.search.SearchQuery;
import worthwhile.search.SeverityLimit;
import worthwhile.search.Sort;
import worthwhile.search.Vocabulary;
import worthwhile.search.lucene.text.LuceneVocabulary;
import worthwhile.source.Platform;
import worthwhile.source.PlatformBuilder;
import worthwhile.source.card.OpenTo;

/** Searches and postings from a small world, so that they often meet. */
final class RandomMatches {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final Vocabulary VOCABULARY =
      new LuceneVocabulary(() -> List.of(Set.of("Amazon Mechanical Turk", "mturk")));
  private static final List<String> WORDS =
      List.of(
          "survey",
          "surveys",
          "questionnaire",
          "study",
          "poll",
          "data",
          "entry",
          "typing",
          "ux",
          "user",
          "experience",
          "test",
          "testing",
          "the",
          "of",
          "Café",
          "IMAGES",
          "e-mail",
          "3.5",
          "опрос",
          "翻訳",
          "データ入力",
          "مهمة",
          "mturk",
          "amazon",
          "mechanical",
          "turk",
          "don't");
  private static final List<String> PLATFORMS =
      List.of("mturk", "prolific", "clickworker", "toloka");
  private static final List<String> CATEGORIES = List.of("survey", "Data  Entry", "ＡＩ", "翻訳");
  private static final List<String> REQUESTERS = List.of("Acme Lab", "ACME  LAB", "Ünal", "翻訳社");
  private static final List<String> COUNTRIES = List.of("US", "GB", "IN", "DE");
  private static final List<String> DEVICES = List.of("phone", "desktop", "webcam");
  private static final List<String> AMOUNTS =
      List.of("0.000001", "0.01", "5", "5.000001", "8", "12", "12.5", "100");
  private static final Map<String, Platform> CARDS =
      Map.of(
          "prolific", card(OpenTo.How.ONLY, Set.of("US", "GB")),
          "mturk", card(OpenTo.How.CLOSED_TO, Set.of("IN")));

  private final Random random;

  RandomMatches(long seed) {
    random = new Random(seed);
  }

  private static Platform card(OpenTo.How how, Set<String> countries) {
    LocalDate date = LocalDate.of(2026, 11, 1);
    return PlatformBuilder.builder()
        .kind("micro-task")
        .openTo(Optional.of(new OpenTo(how, countries, date, "https://example.org/")))
        .build();
  }

  PostingFacts facts(int number) {
    Posting posting = posting(number);
    return PostingFacts.of(
        posting,
        PostingFacts.statedReward(posting),
        VOCABULARY,
        Optional.ofNullable(posting.job().platform()).map(CARDS::get));
  }

  private Posting posting(int number) {
    return FlatPosting.builder("s", maybe(9, pick(PLATFORMS)), "n" + number)
        .title(words(1 + random.nextInt(6)))
        .description(maybe(4, words(random.nextInt(14))))
        .hiringOrganization(maybe(3, Organization.named(pick(REQUESTERS))))
        .occupationalCategory(maybe(3, pick(CATEGORIES)))
        .kind(maybe(3, pick(List.of(TaskKind.values()))))
        .skills(random.nextBoolean() ? List.of() : List.of(words(1), words(2)))
        .applicantLocationRequirements(some(COUNTRIES, 3))
        .ineligibleRegion(some(COUNTRIES, 9))
        .devices(some(DEVICES, 3))
        .jobLocation(maybe(2, pick(List.of("Worldwide", "Remote"))))
        .timeRequired(maybe(2, Duration.ofMinutes(1 + random.nextInt(20))))
        .baseSalary(
            maybe(2, MonetaryAmount.of(pick(List.of("USD", "EUR")), amount(), UnitText.TASK)))
        .pay(maybe(2, pay()))
        .reputation(maybe(1, reputation()))
        .warned(maybe(1, BigDecimal.valueOf(random.nextInt(101), 2)), warnings())
        .datePosted(maybe(2, NOW.minus(Duration.ofHours(random.nextInt(5)))))
        .totalJobOpenings(maybe(1, random.nextInt(3)))
        .validThrough(maybe(1, NOW.plusSeconds(random.nextInt(9_000) - 2_000)))
        .lastSeen(NOW)
        .state(random.nextInt(4) == 0 ? pick(List.of(PostingState.values())) : null)
        .build();
  }

  SearchQuery query() {
    return new SearchQuery(
        Optional.of(typed()),
        choices(),
        Optional.of(amount()).filter(_ -> one(2)),
        Optional.of(amount()).filter(_ -> one(8)),
        Optional.of(1 + random.nextInt(20)).filter(_ -> one(8)),
        Optional.of(amount()).filter(_ -> one(8)),
        Optional.of(1 + random.nextInt(2)).filter(_ -> one(8)),
        Optional.of(Duration.ofHours(1 + random.nextInt(4))).filter(_ -> one(6)),
        !one(4),
        one(2),
        one(2),
        Optional.of(new BigDecimal("0.5")).filter(_ -> one(8)),
        Optional.of(new BigDecimal("0.4")).filter(_ -> one(8)),
        Optional.of(pick(List.of(SeverityLimit.values()))).filter(_ -> one(8)),
        one(6) ? List.of(words(1), "\"" + words(2) + "\"") : List.of(),
        pick(List.of(Sort.values())),
        1 + random.nextInt(3),
        1 + random.nextInt(100));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private Map<Dimension, Set<String>> choices() {
    Map<Dimension, Set<String>> choices = new HashMap<>();
    choices.put(Dimension.PLATFORM, rarely(PLATFORMS));
    choices.put(Dimension.CATEGORY, rarely(List.of("SURVEY", "data entry", "ai", "nothing")));
    choices.put(Dimension.REQUESTER, rarely(List.of("acme lab", "ÜNAL", "nobody")));
    choices.put(Dimension.KIND, rarely(List.of("job", "micro-task", "project")));
    choices.put(Dimension.COUNTRY, rarely(COUNTRIES));
    choices.put(Dimension.DEVICE, rarely(DEVICES));
    return choices;
  }

  /** Up to five words, phrases, exclusions and narrowings. */
  private String typed() {
    List<String> parts = new ArrayList<>();
    for (int n = Math.max(0, random.nextInt(8) - 2); n > 0; n--)
      parts.add(
          switch (random.nextInt(12)) {
            case 0 -> "\"" + words(1 + random.nextInt(3)) + "\"";
            case 1 -> "-" + pick(WORDS);
            case 2 -> "-\"" + words(2) + "\"";
            case 3 -> "platform:" + pick(PLATFORMS);
            case 4 -> pick(List.of("country:us", "requester:\"acme lab\"", "device:phone"));
            default -> pick(WORDS);
          });
    return String.join(" ", parts);
  }

  private Pay pay() {
    BigDecimal hourly = amount();
    BigDecimal effective = maybe(2, hourly.divide(BigDecimal.valueOf(2)));
    return new Pay(
        "USD", hourly, hourly, hourly, Pay.Basis.STATED, 1, null, List.of(), effective, List.of());
  }

  private Conduct reputation() {
    BigDecimal score = BigDecimal.valueOf(random.nextInt(101), 2);
    return ConductBuilder.builder()
        .n(7)
        .asOf(NOW)
        .state(Conduct.State.KNOWN)
        .score(score)
        .low(score)
        .high(BigDecimal.ONE)
        .build();
  }

  private List<Warning> warnings() {
    if (!one(3)) return List.of();
    Warning.Severity severity = pick(List.of(Warning.Severity.values()));
    return List.of(new Warning("task-scam", severity, null, Warning.By.RULE, null, Map.of()));
  }

  private BigDecimal amount() {
    return new BigDecimal(pick(AMOUNTS));
  }

  private String words(int n) {
    return String.join(" ", Stream.generate(() -> pick(WORDS)).limit(n).toList());
  }

  private <T> List<T> some(List<T> values, int oneIn) {
    return values.stream().filter(_ -> one(oneIn)).toList();
  }

  private Set<String> rarely(List<String> values) {
    return one(6) ? new HashSet<>(some(values, 2)) : Set.of();
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  /** The value, or one time in so many plus one nothing. */
  private <T> T maybe(int oneIn, T value) {
    return one(oneIn + 1) ? null : value;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
