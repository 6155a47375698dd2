package worthwhile.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.RequesterId;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.search.lucene.text.LuceneVocabulary;

/** Searches and postings from a small world, so that they often meet. */
public final class RandomSearches {
  public static final Instant NOW = InventedPostings.NOW;

  /** Names that platforms go by. */
  static final List<Set<String>> NAMES =
      List.of(Set.of("Amazon Mechanical Turk", "mturk"), Set.of("prolific", "Prolific Academic"));

  /** As an index has it that knows these names. */
  public static final Vocabulary VOCABULARY = new LuceneVocabulary(() -> NAMES);

  /** Synonyms of one word and of several, stop words, possessives, accents and other scripts. */
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
          "keying",
          "speech",
          "to",
          "text",
          "transcription",
          "ux",
          "user",
          "experience",
          "testing",
          "test",
          "the",
          "of",
          "a",
          "hit",
          "tasks",
          "gig",
          "micro",
          "job",
          "Café",
          "requester's",
          "IMAGES",
          "e-mail",
          "200",
          "3.5",
          "опрос",
          "Übersetzung",
          "翻訳",
          "データ入力",
          "مهمة",
          "क्रय",
          "İstanbul",
          "mturk",
          "amazon",
          "mechanical",
          "turk",
          "prolific",
          "don't",
          "U.S.",
          "a_b",
          "👍");

  private static final List<String> DEVICES = List.of("phone", "desktop", "webcam");
  private static final List<String> CATEGORIES = List.of("survey", "Data  Entry", "ＡＩ", "翻訳");
  private static final List<String> REQUESTERS = List.of("Acme Lab", "ACME  LAB", "Ünal", "翻訳社");
  private static final List<String> IDENTIFIERS = List.of("A1", "a1", "name:Ünal");

  private static final List<String> BLOCKABLE =
      List.of(
          "mturk:A1",
          "mturk:a1",
          "mturk:name:acme lab",
          "prolific:A1",
          "prolific:name:ünal",
          "prolific:id:name:Ünal",
          "mturk:name:翻訳社",
          "nowhere:A1");

  private static final List<Integer> MINUTES = List.of(1, 5, 10, 30);
  private static final List<String> AMOUNTS =
      List.of("0.000001", "0.01", "5", "5.000001", "12.5", "100");

  private final Random random;

  public RandomSearches(long seed) {
    random = new Random(seed);
  }

  /** A number from 0, below this. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** What searches know of a posting, with what the card of its platform says. */
  public PostingFacts facts(int number) {
    Posting posting = posting(number);
    return PostingFacts.of(
        posting,
        PostingFacts.statedReward(posting),
        VOCABULARY,
        Optional.ofNullable(posting.job().platform()).flatMap(InventedCards::of));
  }

  /** A posting with the number in its id. */
  public Posting posting(int number) {
    PostingState state = maybe(3, pick(List.of(PostingState.values())));
    return FlatPosting.builder("s", maybe(9, pick(InventedPostings.PLATFORMS)), "n" + number)
        .title(words(1 + random.nextInt(5)))
        .description(maybe(4, words(random.nextInt(12))))
        .hiringOrganization(maybe(3, requester(number)))
        .occupationalCategory(maybe(3, pick(CATEGORIES)))
        .kind(maybe(3, pick(List.of(TaskKind.values()))))
        .skills(random.nextBoolean() ? List.of() : List.of(words(1), words(2)))
        .applicantLocationRequirements(some(InventedPostings.COUNTRIES, 3))
        .devices(some(DEVICES, 3))
        .timeRequired(maybe(2, Duration.ofMinutes(pick(MINUTES)).plusMillis(random.nextInt(2))))
        .baseSalary(
            maybe(2, MonetaryAmount.of(pick(List.of("USD", "EUR")), amount(), UnitText.TASK)))
        .pay(maybe(2, InventedPostings.pay(amount())))
        .reputation(maybe(1, reputation()))
        .warned(maybe(1, BigDecimal.valueOf(random.nextInt(101), 2)), warnings())
        .datePosted(maybe(2, NOW.minus(Duration.ofHours(random.nextInt(4)))))
        .firstSeen(maybe(2, NOW.minusSeconds(random.nextInt(9_000))))
        .totalJobOpenings(maybe(1, random.nextInt(3)))
        .validThrough(maybe(1, NOW.plusSeconds(random.nextInt(9_000) - 2_000)))
        .ineligibleRegion(some(InventedPostings.COUNTRIES, 9))
        .jobLocation(maybe(2, pick(List.of("Worldwide", "Remote", "Anywhere in the World"))))
        .lastSeen(NOW)
        .state(state)
        .build();
  }

  /** Any search: in any order, of any page. */
  public SearchQuery query() {
    return new SearchQuery(
        Optional.of(typed()),
        choices(),
        Optional.ofNullable(maybe(1, amount())).filter(x -> random.nextInt(3) == 0),
        Optional.of(amount()).filter(x -> random.nextInt(8) == 0),
        Optional.of(pick(MINUTES)).filter(x -> random.nextInt(8) == 0),
        Optional.of(amount()).filter(x -> random.nextInt(6) == 0),
        Optional.of(1 + random.nextInt(2)).filter(x -> random.nextInt(8) == 0),
        Optional.of(Duration.ofHours(1 + random.nextInt(3))).filter(x -> random.nextInt(6) == 0),
        random.nextInt(4) != 0,
        random.nextBoolean(),
        random.nextInt(3) == 0,
        Optional.of(new BigDecimal("0.5")).filter(x -> random.nextInt(6) == 0),
        Optional.of(new BigDecimal("0.4")).filter(x -> random.nextInt(8) == 0),
        Optional.of(pick(List.of(SeverityLimit.values()))).filter(x -> random.nextInt(8) == 0),
        random.nextInt(5) == 0 ? List.of(words(1), "\"" + words(2) + "\"") : List.of(),
        random.nextInt(3) == 0 ? requesters(some(BLOCKABLE, 3)) : List.of(),
        pick(List.of(Sort.values())),
        1 + random.nextInt(3),
        1 + random.nextInt(100));
  }

  private Map<Dimension, Set<String>> choices() {
    return Map.of(
        Dimension.PLATFORM, Set.copyOf(rarely(InventedPostings.PLATFORMS)),
        Dimension.CATEGORY,
            Set.copyOf(rarely(List.of("SURVEY", "data entry", "ai", "翻訳", "nothing"))),
        Dimension.REQUESTER, Set.copyOf(rarely(List.of("acme lab", "ÜNAL", "翻訳社", "nobody"))),
        Dimension.KIND, Set.copyOf(rarely(List.of("Job", "micro-task", "project"))),
        Dimension.COUNTRY, Set.copyOf(rarely(InventedPostings.COUNTRIES)),
        Dimension.DEVICE, Set.copyOf(rarely(DEVICES)));
  }

  /** Up to five words, phrases, exclusions and narrowings, also with nothing behind the sign. */
  private String typed() {
    List<String> parts = new ArrayList<>();
    for (int n = random.nextInt(6); n > 0; n--)
      parts.add(
          switch (random.nextInt(12)) {
            case 0 -> "\"" + words(1 + random.nextInt(3)) + "\"";
            case 1 -> "-" + pick(WORDS);
            case 2 -> "-\"" + words(2) + (random.nextBoolean() ? "\"" : "");
            case 3 -> narrowing();
            default -> pick(WORDS);
          });
    return String.join(" ", parts);
  }

  private String narrowing() {
    return switch (random.nextInt(5)) {
      case 0 -> "platform:" + pick(InventedPostings.PLATFORMS);
      case 1 -> "category:\"" + pick(CATEGORIES) + "\"";
      case 2 -> "Requester:\"" + pick(REQUESTERS);
      case 3 -> "country:" + pick(List.of("us", "GB", "xx"));
      default -> "platform:";
    };
  }

  /** Every second one has an id. */
  private Organization requester(int number) {
    String id = number % 2 == 0 ? null : IDENTIFIERS.get(number / 2 % IDENTIFIERS.size());
    return new Organization(pick(REQUESTERS), id, null);
  }

  /** Requesters by what they are written as. */
  static List<RequesterId> requesters(Collection<String> words) {
    return words.stream().map(word -> RequesterId.parse(word).orElseThrow()).toList();
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
    if (random.nextInt(3) != 0) return List.of();
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
    return values.stream().filter(value -> random.nextInt(oneIn) == 0).toList();
  }

  private Set<String> rarely(List<String> values) {
    return random.nextInt(5) == 0 ? new HashSet<>(some(values, 2)) : Set.of();
  }

  /** The value, or one time in so many plus one nothing. */
  private <T> T maybe(int oneIn, T value) {
    return random.nextInt(oneIn + 1) == 0 ? null : value;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
