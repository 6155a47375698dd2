package worthwhile.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.search.InventedPostings;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Hit;
import worthwhile.search.lucene.text.Analysis;
import worthwhile.source.Platform;
import worthwhile.source.read.Sources;

/** What words find, in which order, and how they are marked. */
class SearchIndexWordsTest {
  private static final Clock CLOCK = Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC);
  private static final Sources SOURCES = Sources.load(Path.of("scrapers"));
  @TempDir Path folder;
  private SearchIndex index;

  @BeforeEach
  void open() {
    index = SearchIndex.open(folder, CLOCK, posting -> Optional.empty(), SOURCES::synonyms);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "surveys, Short survey about shopping",
    "survey, Questionnaire for students",
    "study, Short survey about shopping",
    "transcribe, Audio transcription of 12 clips",
    "transcription, Transcribing interviews",
    "label, Image annotation",
    "annotating, Label 200 images",
    "tagging, Label 200 images",
    "hit, A quick gig task",
    "ux, Usability test of a shop",
    "usability, UX test of a shop",
    "data entry, Typing from scans",
    "typing, Simple data entry work",
    "entry of data, Simple data entry work",
    "llm training, AI training with short dialogues",
    "ai trainer, LLM training with short dialogues",
    "mturk, Tasks like those of Amazon Mechanical Turk",
    "amazon mechanical turk, Script for MTurk workers",
    "cafe, Visit a Café",
    "requester's, A requester of note",
    "200, Label 200 images",
    "İMAGES, Label 200 images",
    "e-mail, Sort e-mail messages",
    "receipt, Photograph your receipts",
    "receipts, Photograph a receipt",
    "game, Try three games",
    "list, Sort lists of addresses",
    "minute, Interviews of 30 minutes",
    "facility, Clean facilities",
    "watch, Draw watches",
    "movies, Tell of a movie",
    "write, Writings of students",
    "encuesta, A survey about breakfast",
    "encuestas, A questionnaire about breakfast",
    "Traducción, Translate 20 sentences",
    "entrada de datos, Data entry from scans",
    "transcribir, Transcription of an interview",
    "imágenes, Label pictures of birds",
    "prueba de usabilidad, User testing of a shop",
  })
  void findsTheSameMeaningInOtherWords(String words, String title) {
    put(titled("wanted", title), titled("other", "Walk a dog in the park"));
    assertThat(ids(words)).containsExactly("s:wanted");
  }

  @Test
  void whoSearchesInEnglishIsNotShownSpanish() {
    put(titled("es", "Encuesta sobre el desayuno"), titled("en", "A survey about breakfast"));
    assertThat(ids("survey")).containsExactly("s:en");
    assertThat(ids("encuesta")).containsExactlyInAnyOrder("s:es", "s:en");
  }

  @Test
  void findsPlatformsByTheirOtherNames() {
    put(
        FlatPosting.builder("a", "crowdgen", "1").title("Judge pages").build(),
        FlatPosting.builder("b", "sproutgigs", "2").title("Judge videos").build());
    assertThat(ids("figure eight")).containsExactly("a:1");
    assertThat(ids("picoworkers")).containsExactly("b:2");
  }

  @Test
  void aStudyIsNotFoundByThePrefixOfAnotherWord() {
    put(titled("a", "Student helper"), titled("b", "Research study"));
    assertThat(ids("study")).containsExactly("s:b");
  }

  @Test
  void findsInRequesterSkillsAndPlace() {
    put(
        FlatPosting.builder("s", "p", "1")
            .title("One")
            .hiringOrganization(Organization.named("Acme Vision Lab"))
            .skills(List.of("Lidar"))
            .jobLocation("Lisbon, Portugal")
            .build(),
        titled("2", "Two"));
    for (String words : List.of("vision", "lidar", "lisbon", "acme lidar"))
      assertThat(ids(words)).as(words).containsExactly("s:1");
  }

  @Test
  void phrasesExclusionsAndNarrowings() {
    put(
        posting("1", "red apple", "a sweet red pear").build(),
        posting("2", "apple red", "sour").platform("prolific").build(),
        posting("3", "red plum", "apple")
            .hiringOrganization(Organization.named("Fruit Lab"))
            .occupationalCategory("survey")
            .build());
    assertThat(ids("\"red apple\"")).containsExactly("s:1");
    assertThat(ids("red apple -plum")).containsExactlyInAnyOrder("s:1", "s:2");
    assertThat(ids("apple -\"red apple\"")).containsExactlyInAnyOrder("s:2", "s:3");
    assertThat(ids("-plum")).containsExactlyInAnyOrder("s:1", "s:2");
    assertThat(ids("platform:Prolific")).containsExactly("s:2");
    assertThat(ids("apple requester:\"fruit lab\"")).containsExactly("s:3");
    assertThat(ids("category:survey plum")).containsExactly("s:3");
    assertThat(ids("platform:nothing")).isEmpty();
  }

  @Test
  void allWordsFirstAnyWordWhereNothingHasAll() {
    put(titled("1", "red apple"), titled("2", "green pear"));
    assertThat(ids("red apple")).containsExactly("s:1");
    assertThat(ids("red pear")).containsExactlyInAnyOrder("s:1", "s:2");
    put(titled("3", "alpha beta gamma epsilon"));
    assertThat(ids("alpha beta gamma delta")).containsExactly("s:3");
  }

  @Test
  void titlesCountMoreAndFreshWellPaidWorkGains() {
    FlatPosting plain = posting("old", "Count birds", "Look at photos of birds");
    put(
        plain.datePosted(InventedPostings.NOW.minus(Duration.ofDays(60))).build(),
        posting("fresh", "Count birds", "Look at photos of birds")
            .datePosted(InventedPostings.NOW)
            .pay(InventedPostings.pay(new BigDecimal("20")))
            .build(),
        posting("missing", "Count birds", "Look at photos of birds")
            .datePosted(InventedPostings.NOW)
            .pay(InventedPostings.pay(new BigDecimal("20")))
            .state(PostingState.MISSING)
            .build(),
        posting("aside", "Look at photos", "Some of them show trees, lakes, houses or birds")
            .datePosted(InventedPostings.NOW)
            .build());
    assertThat(ids("birds")).startsWith("s:fresh").endsWith("s:aside").hasSize(4);
  }

  @Test
  void aTitleThatSaysTheTypedWordsComesBeforeOneThatSaysTheLike() {
    Posting fresh =
        posting("like", "Search Quality Rater, French", "Rate how well pages answer AI questions.")
            .skills(List.of("ai"))
            .datePosted(InventedPostings.NOW)
            .build();
    Posting older =
        posting(
                "typed",
                "AI Answer Rater – Spanish",
                "Compare two answers and say which is better.")
            .datePosted(InventedPostings.NOW.minus(Duration.ofDays(5)))
            .build();
    put(fresh, older);
    assertThat(ids("AI Answer Rater")).containsExactly("s:typed", "s:like");
  }

  @Test
  void marksStemsAndSynonymsAndEscapesTheRest() {
    put(
        posting(
                "1",
                "Surveys <b>& more",
                "Nothing here. " + "Filler sentence. ".repeat(40) + "Our \"questionnaire\" is <i>.")
            .build());
    Hit hit = search("survey").hits().getFirst();
    assertThat(hit.titleHtml()).isEqualTo("<mark>Surveys</mark> &lt;b&gt;&amp; more");
    assertThat(hit.snippetHtml())
        .contains("<mark>questionnaire</mark>")
        .doesNotContain("<i>")
        .hasSizeLessThan(400);
    Hit unmarked = search("").hits().getFirst();
    assertThat(unmarked.titleHtml()).isEqualTo("Surveys &lt;b&gt;&amp; more");
    assertThat(unmarked.snippetHtml()).startsWith("Nothing here. Filler").hasSizeBetween(150, 210);
  }

  @Test
  void marksNothingButWordsThatWereSearchedFor() {
    put(posting("1", "Red apple", "platform one").platform("platform").build());
    Hit hit = search("apple platform:platform -pear").hits().getFirst();
    assertThat(hit.titleHtml()).isEqualTo("Red <mark>apple</mark>");
    assertThat(hit.snippetHtml()).isEqualTo("platform one");
  }

  @Test
  void proposesAnotherSpelling() {
    put(
        titled("1", "Moderate questionnaire"),
        titled("2", "Moderate comments"),
        titled("3", "Answer a questionnaire"));
    assertThat(search("questionaire moderate").suggestion()).contains("questionnaire moderate");
    assertThat(search("questionnaire").suggestion()).isEmpty();
    assertThat(search("xyzzyqwerty").suggestion()).isEmpty();
  }

  @Test
  void wordThatIsNotTypedToItsEndIsFinished() {
    put(
        titled("1", "Short survey"),
        titled("2", "Another survey"),
        titled("3", "Make sure of it"),
        titled("4", "Surveyors wanted"));
    assertThat(search("surv").suggestion()).contains("survey");
    assertThat(search("short sur").suggestion()).contains("short survey");
    assertThat(search("su").suggestion()).isEmpty();
  }

  @Test
  void ofWordsWithAsManyWrongLettersOneThatBeginsAlikeIsMeant() {
    put(
        titled("1", "A better name"),
        titled("2", "Better pictures"),
        titled("3", "Test of an app"),
        titled("4", "Study of Ada O'Neill"));
    assertThat(search("tester").suggestion()).contains("test");
    assertThat(search("oneill").suggestion()).contains("o'neill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"unbalanced",
        "-",
        "--",
        "- -",
        "-\"",
        "AND",
        "OR NOT",
        "a AND",
        "(",
        ")(",
        "[a TO b]",
        "a~2",
        "^",
        "*",
        "?*",
        "/.*(/",
        "\\",
        "platform:",
        "platform:\"",
        "requester:\"x",
        ":",
        "::a",
        "the",
        "!!!",
        "+",
        "&&||",
        "\u0000",
        "👍",
        "{\"a\":1}",
        "'; drop table",
        "a\nb",
        "\uD800"
      })
  void nothingTypedEverFails(String typed) {
    put(titled("1", "red apple"));
    assertThat(search(typed).total()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void endlessAndRandomInputIsBounded() {
    put(titled("1", "red apple"));
    assertThat(search("apple ".repeat(50)).total()).isEqualTo(1);
    assertThat(search("x".repeat(300)).total()).isZero();
    search("survey study hit data entry ".repeat(10));
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--)
        typed.append("\"-:ab *()\\/~^ platform:".charAt(random.nextInt(23)));
      search(typed.toString());
    }
  }

  private void put(Posting... postings) {
    index.put(List.of(postings), 1);
    index.refresh();
  }

  private static Posting titled(String identifier, String title) {
    return posting(identifier, title, null).build();
  }

  private static FlatPosting posting(String identifier, String title, String description) {
    return FlatPosting.builder("s", "somewhere", identifier).title(title).description(description);
  }

  private List<String> ids(String words) {
    return search(words).hits().stream().map(hit -> hit.posting().id()).toList();
  }

  private SearchResult search(String words) {
    return index.searchOrRelax(SearchQuery.everything().withWords(Optional.of(words)));
  }

  @Test
  void everyNameOfAPlatformFindsItsPostings() {
    List<Posting> postings =
        SOURCES.platforms().stream()
            .map(card -> FlatPosting.builder(card.id(), card.id(), "1").title("Zebra").build())
            .toList();
    index.put(postings, 1);
    index.refresh();
    List<String> stopWords = Analysis.lines("stopwords.txt");
    for (Platform card : SOURCES.platforms())
      for (String name : card.names())
        // A name that loses a word to the stop words (We Work Remotely) is found by its others.
        if (List.of(name.toLowerCase(Locale.ROOT).split(" ")).stream()
            .noneMatch(stopWords::contains))
          assertThat(search(name).hits())
              .as("%s of %s", name, card.id())
              .extracting(hit -> hit.posting().job().platform())
              .contains(card.successor().orElse(card.id()));
  }
}
