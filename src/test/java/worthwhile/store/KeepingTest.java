package worthwhile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Reason;
import worthwhile.store.source.Bodies;
import worthwhile.store.source.Runs;
import worthwhile.store.source.SourceStates;
import worthwhile.store.sql.Meta;

/** Everything but postings through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeepingTest {
  private static final String PAGE = "https://tasks.example/list?page=1";
  private static final String SECOND = "https://tasks.example/list?page=2";

  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private Store store;

  @BeforeEach
  void open() {
    InstantSource source = now::get;
    store = Store.open(kind.fresh(folder), source.withZone(ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void runsAreListedNewestFirst() {
    var refused =
        new Runs.Run(
            "a2",
            "alpha",
            NOON.plusSeconds(60),
            "blocked",
            Optional.of(Reason.stated("captcha \0 page")),
            1,
            0,
            0,
            0,
            0,
            0,
            Duration.ofSeconds(2));
    store.runs().add(run("a1"));
    store.runs().add(refused);
    store.runs().add(run("b1", "beta", NOON.plusSeconds(30), "items"));
    store.runs().add(run("a1", "alpha", NOON.plusSeconds(900), "gone"));
    assertThat(store.runs().newest(2)).extracting(Runs.Run::id).containsExactly("a2", "b1");
    assertThat(store.runs().ofSource("alpha", 9))
        .extracting(Runs.Run::id)
        .containsExactly("a2", "a1");
    assertThat(store.runs().ofSource("alpha", 9).getLast()).isEqualTo(run("a1"));
    assertThat(store.runs().ofSource("alpha", 1).getFirst().reason())
        .contains(Reason.stated("captcha  page"));
  }

  @Test
  void sourceStatesAreReplaced() {
    SourceStates states = store.sourceStates();
    assertThat(states.of("alpha").condition()).isEqualTo("new");
    assertThat(states.of("alpha").since()).isEqualTo(NOON);
    assertThat(states.all()).isEmpty();
    var suspended =
        new SourceStates.State(
            "alpha",
            "suspended",
            Optional.of(Reason.stated("403 three times")),
            NOON,
            Optional.of(NOON.minusSeconds(60)),
            Optional.of(NOON),
            Optional.of(NOON.plus(Duration.ofDays(1))),
            Optional.of(Duration.ofMinutes(90)),
            3);
    states.put(suspended);
    assertThat(states.of("alpha")).isEqualTo(suspended);
    var off =
        new SourceStates.State(
            "alpha",
            "off",
            Optional.empty(),
            NOON,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
    states.put(off);
    assertThat(states.all()).containsExactly(off);
  }

  @Test
  void aBodyComesBackAsItWentAndItsValidatorsOnceItsRunIsStored() {
    Response response = response(PAGE, "ö".repeat(100_000));
    store
        .bodies()
        .keep(
            "alpha",
            "r1",
            List.of(new Bodies.Page(PAGE, response, validators("\"v1\""), Optional.empty())));
    assertThat(store.bodies().validators("alpha", PAGE)).isEqualTo(Validators.NONE);
    assertThat(store.bodies().newest("alpha")).isEmpty();
    assertThat(store.bodies().newest("alpha", PAGE))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(response);
    store.runs().add(run("r1"));
    assertThat(store.bodies().validators("alpha", PAGE)).isEqualTo(validators("\"v1\""));
    assertThat(store.bodies().newest("alpha"))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(response);
    assertThat(store.bodies().validators("beta", PAGE)).isEqualTo(Validators.NONE);
  }

  @Test
  void aRunThatWasNeverStoredOrNotBelievedDoesNotMakeTheNextOneSkipItsPages() {
    keep("r1", PAGE, "one", "items");
    for (String outcome : List.of("partial", "held-back", "drifted")) {
      now.updateAndGet(at -> at.plusSeconds(1));
      keep("r-" + outcome, PAGE, "two", outcome);
    }
    now.updateAndGet(at -> at.plusSeconds(1));
    store
        .bodies()
        .keep(
            "alpha",
            "killed",
            List.of(
                new Bodies.Page(
                    PAGE, response(PAGE, "three"), validators("killed"), Optional.empty())));
    assertThat(store.bodies().validators("alpha", PAGE)).isEqualTo(validators("r1"));
    assertThat(texts(store.bodies().newest("alpha"))).containsExactly("one");
    assertThat(texts(store.bodies().ofRun("r-drifted"))).containsExactly("two");
  }

  @Test
  void aPageNotModifiedBelongsToTheNewRunToo() {
    store
        .bodies()
        .keep(
            "alpha",
            "r1",
            List.of(
                new Bodies.Page(PAGE, response(PAGE, "one"), validators("a"), Optional.empty())));
    keep("r1", SECOND, "two", "items");
    now.set(NOON.plusSeconds(60));
    assertThat(store.bodies().repeat("alpha", PAGE, "r2")).map(KeepingTest::text).contains("one");
    keep("r2", SECOND, "two, changed", "items");
    assertThat(texts(store.bodies().newest("alpha"))).containsExactly("one", "two, changed");
    assertThat(store.bodies().newest("alpha").getFirst().at()).isEqualTo(NOON.minusSeconds(5));
    assertThat(store.bodies().repeat("alpha", "never", "r3")).isEmpty();
  }

  @Test
  void pagesThatAreKeptTogetherComeBackInTheirOrderAndContentsAreKeptOnce() {
    keep("r1", PAGE, "known", "items");
    now.set(NOON.plusSeconds(60));
    String third = "https://alpha.example/jobs?page=3";
    store
        .bodies()
        .keep(
            "alpha",
            "r2",
            List.of(page(SECOND, "twice"), page(PAGE, "known"), page(third, "twice")));
    store.bodies().keep("alpha", "r2", List.of());
    store.bodies().keep("alpha", "r2", List.of(page("https://alpha.example/4", "last")));

    assertThat(texts(store.bodies().ofRun("r2")))
        .containsExactly("twice", "known", "twice", "last");
    assertThat(store.sizes().rows()).containsEntry("body", 3L).containsEntry("body_page", 5L);
  }

  @Test
  void aKnownListingHoldsForItsBasisAloneUntilItIsReplacedOrForgotten() {
    var known = store.knownListings();
    known.forget("alpha");
    known.keep("alpha", "one", "first");
    known.keep("beta", "one", "other");
    assertThat(known.find("alpha", "one")).contains("first");
    assertThat(known.find("alpha", "two")).isEmpty();
    known.keep("alpha", "two", "second");
    assertThat(known.find("alpha", "one")).isEmpty();
    assertThat(known.find("alpha", "two")).contains("second");
    known.forget("alpha");
    assertThat(known.find("alpha", "two")).isEmpty();
    assertThat(known.find("beta", "one")).contains("other");
  }

  private static Bodies.Page page(String key, String text) {
    return new Bodies.Page(key, response(key, text), validators("v"), Optional.of("html"));
  }

  @Test
  void oldBodiesGoButNeverTheNewestOfASource() {
    keep("r1", PAGE, "one", "items");
    now.set(NOON.plusSeconds(60));
    keep("r2", PAGE, "two", "items");
    now.set(NOON.plusSeconds(120));
    keep("r3", PAGE, "two", "drifted");
    assertThat(store.bodies().deleteBefore(NOON)).isZero();
    assertThat(store.bodies().deleteBefore(NOON.plusSeconds(999))).isEqualTo(1);
    assertThat(store.bodies().ofRun("r1")).isEmpty();
    assertThat(texts(store.bodies().newest("alpha"))).containsExactly("two");
    assertThat(texts(store.bodies().ofRun("r3"))).containsExactly("two");
    assertThat(store.sizes().rows()).containsEntry("body", 1L).containsEntry("body_page", 2L);
  }

  @Test
  void forumPostsAreAddedReplacedAndLeftAlone() {
    var first = post("1", NOON, "took me 12 minutes");
    var second = post("2", NOON.plusSeconds(5), "rejected");
    var undated = post("3", null, "no date");
    assertThat(store.forumPosts().put(List.of(first, second, undated))).isEqualTo(3);
    assertThat(store.forumPosts().put(List.of(first, second, undated))).isZero();
    var edited = post("1", NOON, "took me 15 minutes");
    now.set(NOON.plusSeconds(99));
    assertThat(
            store
                .forumPosts()
                .put(List.of(edited, post("4", NOON, "new"), post("4", NOON, "newer"))))
        .isEqualTo(1);
    assertThat(store.forumPosts().newest("forum", 9))
        .containsExactly(second, post("4", NOON, "newer"), undated, edited);
    assertThat(store.forumPosts().newest("forum", 1)).containsExactly(second);
    assertThat(store.forumPosts().newest("other", 1)).isEmpty();
    assertThat(store.forumPosts().put(List.of())).isZero();
  }

  @Test
  void factsAboutTheInstance() {
    Meta meta = store.meta();
    assertThat(meta.get("index")).isEmpty();
    meta.put("index", "7");
    meta.put("index", "8");
    assertThat(meta.get("index")).contains("8");
    assertThat(meta.putIfAbsent("index", "9")).isEqualTo("8");
    assertThat(meta.putIfAbsent("first-run", "now")).isEqualTo("now");
  }

  @Test
  void sizesCountEveryTable() throws IOException {
    store.runs().add(run("r1"));
    Store.Sizes sizes = store.sizes();
    assertThat(sizes.rows()).containsEntry("run", 1L).containsEntry("posting", 0L);
    assertThat(sizes.rows().keySet()).containsExactlyInAnyOrderElementsOf(createdTables());
    assertThat(sizes.bytes()).isPositive();
  }

  /** What the migrations create and leave, in their order. */
  private static Set<String> createdTables() throws IOException {
    Pattern step =
        Pattern.compile("(create|drop) table (\\w+)|alter table (\\w+) rename to (\\w+)");
    Set<String> tables = new TreeSet<>();
    for (Path file : migrations()) {
      Matcher found = step.matcher(Files.readString(file));
      while (found.find()) {
        if (found.group(1) == null) {
          tables.remove(found.group(3));
          tables.add(found.group(4));
        } else if (found.group(1).equals("create")) tables.add(found.group(2));
        else tables.remove(found.group(2));
      }
    }
    return tables;
  }

  private static List<Path> migrations() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files.sorted(Comparator.comparing(KeepingTest::version)).toList();
    }
  }

  private static int version(Path migration) {
    return Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
  }

  private void keep(String run, String page, String text, String outcome) {
    store
        .bodies()
        .keep(
            "alpha",
            run,
            List.of(
                new Bodies.Page(page, response(page, text), validators(run), Optional.empty())));
    store.runs().add(run(run, "alpha", now.get(), outcome));
  }

  private static Response response(String page, String text) {
    return new Response(
        URI.create(page),
        200,
        Map.of("content-type", "text/html; charset=utf-8", "etag", "\"x\""),
        text.getBytes(UTF_8),
        NOON.minusSeconds(5));
  }

  private static Validators validators(String etag) {
    return Validators.of(Optional.of(etag), Optional.empty());
  }

  private static List<String> texts(List<Response> responses) {
    return responses.stream().map(KeepingTest::text).toList();
  }

  private static String text(Response response) {
    return new String(response.body(), UTF_8);
  }

  private static DiscussionForumPosting post(String id, Instant at, String text) {
    return new DiscussionForumPosting(
        "forum:" + id, "forum", "tasks", id, null, null, "anna", at, text, null, null, null);
  }
}
