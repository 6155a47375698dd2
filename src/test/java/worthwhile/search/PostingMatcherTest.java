package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;
import worthwhile.search.lucene.SearchIndex;

/** A search accepts exactly the postings that the index finds for it. */
class PostingMatcherTest {
  private static final List<String> DEVICES = List.of("phone", "desktop", "webcam");
  private static final Clock CLOCK = Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC);

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

  private static final List<Set<String>> NAMES =
      List.of(Set.of("Amazon Mechanical Turk", "mturk"), Set.of("prolific", "Prolific Academic"));
  private static final List<String> CATEGORIES = List.of("survey", "Data  Entry", "ＡＩ", "翻訳");
  private static final List<String> REQUESTERS = List.of("Acme Lab", "ACME  LAB", "Ünal", "翻訳社");
  private static final List<Integer> MINUTES = List.of(1, 5, 10, 30);
  private static final List<String> AMOUNTS =
      List.of("0.000001", "0.01", "5", "5.000001", "12.5", "100");

  @TempDir Path folder;
  private final Random random = new Random(11);
  private SearchIndex index;

  @BeforeEach
  void open() {
    index =
        SearchIndex.open(folder, CLOCK, PostingFacts::statedReward, () -> NAMES, InventedCards::of);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void acceptsWhatTheIndexFinds() {
    List<Posting> postings =
        InventedCards.withCopies(IntStream.range(0, 99).mapToObj(this::posting).toList());
    Map<String, String> tasks =
        postings.stream().collect(Collectors.toMap(Posting::id, InventedCards::task));
    index.put(postings, 1);
    index.refresh();
    List<PostingFacts> facts = postings.stream().map(index::facts).toList();
    long some = 0;
    for (int i = 0; i < 1_200; i++) {
      SearchQuery query = query();
      Set<String> found = new TreeSet<>();
      index.search(query).hits().forEach(hit -> found.add(hit.posting().id()));
      Set<String> accepted = accepted(query, facts);
      assertThat(accepted).as("%s", query.toParameters()).containsAll(found);
      assertThat(found.stream().map(tasks::get).toList())
          .as("one row for each task of %s", query.toParameters())
          .containsExactlyInAnyOrderElementsOf(
              accepted.stream().map(tasks::get).collect(Collectors.toSet()));
      some += found.isEmpty() || found.size() == 99 ? 0 : 1;
    }
    assertThat(some).isGreaterThan(500);
  }

  @Test
  void neverWidensToAnyWord() {
    PostingFacts facts = index.facts(FlatPosting.builder("s", "p", "1").title("red apple").build());
    assertThat(accepts("red apple", facts)).isTrue();
    assertThat(accepts("red pear", facts)).isFalse();
    assertThat(accepts("red apple ripe", facts)).isFalse();
    assertThat(accepts("red apple apple pear", facts)).isTrue();
  }

  private boolean accepts(String words, PostingFacts facts) {
    SearchQuery query = SearchQuery.everything().withWords(Optional.of(words));
    return query.matcher(index.vocabulary()).accepts(facts, InventedPostings.NOW);
  }

  private Set<String> accepted(SearchQuery query, List<PostingFacts> facts) {
    PostingMatcher matcher = query.matcher(index.vocabulary());
    Set<String> accepted = new TreeSet<>();
    for (PostingFacts one : facts)
      if (matcher.accepts(one, InventedPostings.NOW)) accepted.add(one.id());
    return accepted;
  }

  private Posting posting(int number) {
    PostingState state = maybe(3, pick(List.of(PostingState.values())));
    return FlatPosting.builder("s", maybe(9, pick(InventedPostings.PLATFORMS)), "n" + number)
        .title(words(1 + random.nextInt(5)))
        .description(maybe(4, words(random.nextInt(12))))
        .hiringOrganization(maybe(3, Organization.named(pick(REQUESTERS))))
        .occupationalCategory(maybe(3, pick(CATEGORIES)))
        .kind(maybe(3, pick(List.of(TaskKind.values()))))
        .skills(random.nextBoolean() ? List.of() : List.of(words(1), words(2)))
        .applicantLocationRequirements(some(InventedPostings.COUNTRIES, 3))
        .devices(some(DEVICES, 3))
        .timeRequired(maybe(2, Duration.ofMinutes(pick(MINUTES)).plusMillis(random.nextInt(2))))
        .baseSalary(
            maybe(2, MonetaryAmount.of(pick(List.of("USD", "EUR")), amount(), UnitText.TASK)))
        .pay(maybe(2, InventedPostings.pay(amount())))
        .datePosted(maybe(2, InventedPostings.NOW.minus(Duration.ofHours(random.nextInt(4)))))
        .firstSeen(maybe(2, InventedPostings.NOW.minusSeconds(random.nextInt(9_000))))
        .totalJobOpenings(maybe(1, random.nextInt(3)))
        .validThrough(maybe(1, InventedPostings.NOW.plusSeconds(random.nextInt(9_000) - 2_000)))
        .ineligibleRegion(some(InventedPostings.COUNTRIES, 9))
        .jobLocation(maybe(2, pick(List.of("Worldwide", "Remote", "Anywhere in the World"))))
        .lastSeen(InventedPostings.NOW)
        .state(state)
        .build();
  }

  private SearchQuery query() {
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
        Optional.of(SeverityLimit.NOTE).filter(x -> random.nextInt(8) == 0),
        random.nextInt(5) == 0 ? List.of(words(1), "\"" + words(2) + "\"") : List.of(),
        Sort.NEWEST,
        1,
        100);
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
