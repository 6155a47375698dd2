package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.RequesterId;
import worthwhile.search.SearchQuery.Parsed;

class SearchQueryTest {
  @Test
  void anEmptyFormFindsEverythingNewestFirst() {
    SearchQuery query =
        read(Map.of("q", List.of(" "), "min_hourly", List.of(""), "platform", List.of("", " ")));
    assertThat(query).isEqualTo(SearchQuery.everything());
    assertThat(query.sort()).isEqualTo(Sort.NEWEST);
    assertThat(query.includeUnknownPay()).isTrue();
    assertThat(query.toParameters()).isEmpty();
  }

  @Test
  void everyParameterIsRead() {
    SearchQuery query =
        read(
            Map.ofEntries(
                Map.entry("q", List.of("image labels")),
                Map.entry("platform", List.of("Prolific", "mturk")),
                Map.entry("category", List.of("survey")),
                Map.entry("kind", List.of("Micro-Task", "interview")),
                Map.entry("requester", List.of("Some University")),
                Map.entry("min_hourly", List.of("12.50")),
                Map.entry("max_minutes", List.of("30")),
                Map.entry("min_reward", List.of("0.05")),
                Map.entry("country", List.of("gb", "IN")),
                Map.entry("device", List.of("Phone")),
                Map.entry("posted_within", List.of("7d")),
                Map.entry("include_unknown_pay", List.of("0")),
                Map.entry("min_effective", List.of("7.00")),
                Map.entry("min_places", List.of("4")),
                Map.entry("eligibility", List.of("Named")),
                Map.entry("open", List.of("ALL")),
                Map.entry("max_risk", List.of("0.20")),
                Map.entry("min_reputation", List.of("0.70")),
                Map.entry("max_severity", List.of("note")),
                Map.entry("exclude", List.of("crypto")),
                Map.entry(
                    "without_requester", List.of("mturk:A1B2", "a-board:name:ACME ", "mturk:A1B2")),
                Map.entry("sort", List.of("hourly")),
                Map.entry("page", List.of("3")),
                Map.entry("size", List.of("50"))));
    assertThat(query)
        .isEqualTo(
            new SearchQuery(
                Optional.of("image labels"),
                Map.of(
                    Dimension.PLATFORM, Set.of("mturk", "prolific"),
                    Dimension.CATEGORY, Set.of("survey"),
                    Dimension.KIND, Set.of("interview", "micro-task"),
                    Dimension.REQUESTER, Set.of("Some University"),
                    Dimension.COUNTRY, Set.of("GB", "IN"),
                    Dimension.DEVICE, Set.of("phone")),
                Optional.of(new BigDecimal("12.5")),
                Optional.of(new BigDecimal("7")),
                Optional.of(30),
                Optional.of(new BigDecimal("0.05")),
                Optional.of(4),
                Optional.of(Duration.ofDays(7)),
                false,
                true,
                true,
                Optional.of(new BigDecimal("0.2")),
                Optional.of(new BigDecimal("0.7")),
                Optional.of(SeverityLimit.NOTE),
                List.of("crypto"),
                List.of(
                    RequesterId.named("a-board", "acme"), RequesterId.identified("mturk", "A1B2")),
                Sort.HOURLY,
                3,
                50));
    assertThat(read(query.toParameters())).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource({
    "min_hourly,ten",
    "min_hourly,-1",
    "min_hourly,1e3",
    "min_hourly,'1,5'",
    "min_hourly,NaN",
    "max_minutes,0",
    "max_minutes,1.5",
    "max_minutes,99999999999",
    "min_reward,$5",
    "country,Germany",
    "country,XX",
    "posted_within,soon",
    "posted_within,0d",
    "posted_within,-PT1H",
    "posted_within,99999d",
    "include_unknown_pay,perhaps",
    "max_risk,1.01",
    "min_reputation,1.01",
    "min_reputation,good",
    "max_severity,danger",
    "sort,finest",
    "language,English",
    "language,zz",
    "without_requester,Acme",
    "without_requester,mturk:",
    "without_requester,:A1",
    "without_requester,Acme: Ltd",
    "without_requester,acme: ltd",
    "without_requester_named,Acme",
    "page,0",
    "page,501",
    "page,x",
    "size,0",
    "size,101"
  })
  void aBadValueIsAMistakeThatSaysWhatIsAllowed(String parameter, String value) {
    var parsed = SearchQuery.parse(Map.of(parameter, List.of(value)));
    assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
    assertThat(((Parsed.Invalid) parsed).mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.parameter()).isEqualTo(parameter);
              assertThat(mistake.value()).isEqualTo(value);
              assertThat(mistake.allowed()).isNotBlank();
            });
  }

  @Test
  void everyMistakeIsToldAtOnceAndUnknownNamesGetTheNearest() {
    var parsed =
        SearchQuery.parse(
            Map.of(
                "min_hourli", List.of("5"),
                "sort", List.of("x"),
                "size", List.of("1", "2"),
                "zzz", List.of()));
    var mistakes = ((Parsed.Invalid) parsed).mistakes();
    assertThat(mistakes).hasSize(4);
    assertThat(mistakes)
        .anySatisfy(m -> assertThat(m.allowed()).contains("did you mean min_hourly?"))
        .anySatisfy(m -> assertThat(m.allowed()).isEqualTo("only once"));
  }

  @ParameterizedTest
  @CsvSource({
    "q, 300, true",
    "q, 301, false",
    "platform, 150, true",
    "platform, 300, false",
    "requester, 300, true",
    "requester, 301, false",
    "exclude, 301, false"
  })
  void textsAreBoundedAlsoWhereTheyGrow(String parameter, int length, boolean valid) {
    var parsed = SearchQuery.parse(Map.of(parameter, List.of("İ".repeat(length))));
    assertThat(parsed instanceof Parsed.Valid).isEqualTo(valid);
    if (parsed instanceof Parsed.Valid(SearchQuery query))
      assertThat(read(query.toParameters())).isEqualTo(query);
  }

  @Test
  void whatIsAskedForInSumIsBounded() {
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "p" + i).toList();
    List<String> wide = IntStream.range(0, 12).mapToObj(i -> i + "%".repeat(90)).toList();
    assertThat(SearchQuery.parse(Map.of("platform", many)).toString()).contains("50 values");
    assertThat(SearchQuery.parse(Map.of("q", List.of("a"), "platform", wide)).toString())
        .contains("parameter=platform")
        .contains("3000 characters");
    assertThat(read(Map.of("platform", many.subList(0, 50))).chosen(Dimension.PLATFORM))
        .hasSize(50);
  }

  @Test
  void theConstructorRefusesWhatTheReaderRefuses() {
    assertThatThrownBy(() -> SearchQuery.everything().withPage(501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("page");
  }

  @Test
  void linksChangeOneThingAndGoBackToTheFirstPage() {
    SearchQuery query = read(Map.of("q", List.of("survey"), "page", List.of("4")));
    assertThat(query.sort()).isEqualTo(Sort.RELEVANCE);
    SearchQuery toggled = query.toggled("platform", "prolific");
    assertThat(toggled.chosen(Dimension.PLATFORM)).containsExactly("prolific");
    assertThat(toggled.page()).isEqualTo(1);
    assertThat(toggled.has("platform", "prolific")).isTrue();
    assertThat(toggled.toggled("platform", "prolific").chosen(Dimension.PLATFORM)).isEmpty();
    assertThat(query.toggled("min_hourly", "10").toggled("min_hourly", "12").minHourly())
        .contains(new BigDecimal("12"));
    assertThat(query.withWords(Optional.empty()).sort()).isEqualTo(Sort.NEWEST);
    assertThat(query.withSort(Sort.HOURLY).withWords(Optional.empty()).sort())
        .isEqualTo(Sort.HOURLY);
    assertThat(query.withPage(5).page()).isEqualTo(5);
  }

  @Test
  void parametersThatAreWrittenAreReadBackTheSame() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      SearchQuery query =
          new SearchQuery(
              random.nextBoolean() ? Optional.of(" a \"b c\" -d&=%ı ") : Optional.empty(),
              Map.of(
                  Dimension.PLATFORM, random.nextBoolean() ? Set.of("A", "b ") : Set.of(),
                  Dimension.CATEGORY, random.nextBoolean() ? Set.of("Data Entry") : Set.of(),
                  Dimension.REQUESTER, random.nextBoolean() ? Set.of("İstanbul & Co") : Set.of(),
                  Dimension.COUNTRY, Set.of("us"),
                  Dimension.DEVICE, random.nextBoolean() ? Set.of("WEBCAM") : Set.of()),
              Optional.of(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5))),
              Optional.of(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5))),
              Optional.of(1 + random.nextInt(5000)),
              Optional.of(new BigDecimal("1E+2")),
              Optional.of(1 + random.nextInt(5000)),
              Optional.of(
                  Duration.ofSeconds((1 + random.nextInt(5_000_000)) * (i % 2 == 0 ? 60L : 1L))),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              Optional.of(BigDecimal.valueOf(random.nextInt(101), 2)),
              Optional.of(BigDecimal.valueOf(random.nextInt(101), 2)),
              Optional.of(SeverityLimit.values()[random.nextInt(3)]),
              random.nextBoolean() ? List.of("x", "\"y z\"") : List.of(),
              random.nextBoolean()
                  ? List.of(
                      RequesterId.identified("mturk", "name:odd"),
                      RequesterId.named("b", "İstanbul & Co: söhne"),
                      RequesterId.identified("mturk", "A 1+2&3"))
                  : List.of(),
              Sort.values()[random.nextInt(5)],
              1 + random.nextInt(100),
              1 + random.nextInt(100));
      assertThat(read(query.toParameters())).isEqualTo(query);
    }
  }

  static SearchQuery read(Map<String, List<String>> parameters) {
    return switch (SearchQuery.parse(parameters)) {
      case Parsed.Valid(SearchQuery query) -> query;
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) -> throw new AssertionError(mistakes);
    };
  }
}
