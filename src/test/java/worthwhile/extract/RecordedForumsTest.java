package worthwhile.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.Recordings;
import worthwhile.fetch.Response;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Sources;

/**
 * Real answers of research boards, forums and pages with schema.org data, read as a person would
 * read them: compared with the recording itself where it says so plainly, else with what was read
 * off it by eye.
 */
class RecordedForumsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, String> NO_PARAMETERS =
      Map.of("url", "https://forum.example/", "subreddit", "example");
  private static Path samples;
  private static Sources sources;

  @BeforeAll
  static void samples() {
    String folder = System.getProperty("worthwhile.samples", "");
    assumeThat(folder).as("the recordings are given").isNotEmpty();
    samples = Path.of(folder);
    sources = Sources.load(Path.of("scrapers"));
  }

  // --- research boards

  @Test
  void userInterviewsEvents() {
    String file = "platforms/userinterviews_studies_jsonld.json";
    List<JsonNode> events = json(file).values().stream().toList();
    List<JobPosting> items =
        jobs("user-interviews", file, "https://www.userinterviews.com/studies?sort=-id");
    assertThat(items).hasSize(13).hasSameSizeAs(events);
    pairs(
        items,
        events,
        (item, event) -> {
          assertThat(item.title()).isEqualTo(event.path("name").asString());
          assertThat(item.url()).isEqualTo(event.at("/location/url").asString());
          assertThat(item.url()).contains("/" + item.identifier() + "/apply");
          assertThat(item.datePosted()).isEqualTo(instant(event.path("startDate").asString()));
          assertThat(item.validThrough())
              .isEqualTo(
                  event.path("endDate").isNull()
                      ? null
                      : instant(event.path("endDate").asString()));
          assertPay(item, event.at("/offers/price").asString(), "USD", UnitText.TASK);
          assertThat(item.timeRequired()).isEqualTo(minutes(event.path("duration").asString()));
          assertThat(item.totalJobOpenings())
              .isEqualTo(event.path("remainingAttendeeCapacity").asInt());
          assertThat(item.jobLocationType()).isEqualTo("TELECOMMUTE");
        });
  }

  @Test
  void userInterviewsOnItsPage() {
    String array = text("platforms/userinterviews_studies_jsonld.json");
    String page =
        "<!DOCTYPE html><html><head><script type=\"application/ld+json\">%s</script></head></html>"
            .formatted(array.replace("</", "<\\/"));
    SourceDefinition source = sources.byId("user-interviews").orElseThrow();
    Extraction extraction =
        Extractor.extract(
            source,
            "listing",
            response("https://www.userinterviews.com/studies", "text/html", page));
    assertThat(items(extraction).items())
        .isEqualTo(
            jobs(
                "user-interviews",
                "platforms/userinterviews_studies_jsonld.json",
                "https://www.userinterviews.com/studies"));
  }

  @Test
  void userInterviewsListings() {
    String file = "boards/userinterviews/listings_2026-07.json";
    List<JsonNode> rows = json(file).path("data").values().stream().toList();
    List<JobPosting> items =
        jobs("user-interviews", file, "https://www.userinterviews.com/api/project_listings");
    assertThat(items).hasSize(4).hasSameSizeAs(rows);
    pairs(
        items,
        rows,
        (item, row) -> {
          JsonNode said = row.path("attributes");
          assertThat(item.identifier()).isEqualTo(said.path("accessCode").asString());
          assertThat(item.title()).isEqualTo(said.path("publicTitle").asString());
          assertThat(item.url())
              .isEqualTo("https://www.userinterviews.com" + said.path("applyUrl").asString());
          assertThat(item.hiringOrganization().name()).isEqualTo(said.path("teamName").asString());
          assertPay(
              item, said.path("participantCompensationAmount").asString(), "USD", UnitText.TASK);
          assertThat(item.timeRequired()).isEqualTo(minutes(said.path("estimatedTime").asString()));
          assertThat(item.datePosted()).as("when sessions run is no day of posting").isNull();
        });
    assertThat(items.getFirst().validThrough()).isEqualTo("2026-07-29T23:59:00Z");
  }

  @Test
  void respondentProjects() {
    String file = "platforms/respondent_projects_search.json";
    List<JsonNode> rows = json(file).path("results").values().stream().toList();
    List<JobPosting> items =
        jobs("respondent", file, "https://www.respondent.io/api/projects?page=1");
    assertThat(items).hasSize(8).hasSameSizeAs(rows);
    pairs(
        items,
        rows,
        (item, row) -> {
          assertThat(item.identifier()).isEqualTo(row.path("id").asString());
          assertThat(item.title()).isEqualTo(row.path("name").asString());
          assertThat(item.url())
              .isEqualTo(row.path("referralLink").asString().replaceFirst("\\?.*", ""))
              .doesNotContain("referralCode");
          assertPay(item, row.path("respondentRemuneration").asString(), "USD", UnitText.TASK);
          assertThat(item.baseSalary().gross()).as("before the fee").isTrue();
          assertThat(item.timeRequired())
              .isEqualTo(Duration.ofMinutes(row.path("timeMinutesRequired").asLong()));
          assertThat(item.datePosted()).isEqualTo(row.path("publishedAt").asString());
          assertThat(item.skills())
              .isEqualTo(
                  row.path("topics").values().stream()
                      .map(t -> t.path("name").asString())
                      .toList());
        });
  }

  @Test
  void respondentProject() {
    String file = "platforms/respondent_project_detail.json";
    JsonNode project = json(file).path("project");
    List<JobPosting> items = jobs("respondent", file, "https://app.respondent.io/api/v4/x");
    assertThat(items).hasSize(1);
    JobPosting item = items.getFirst();
    assertThat(item.title()).isEqualTo(project.path("name").asString());
    assertThat(item.url())
        .isEqualTo(
            "https://app.respondent.io/projects/view/"
                + project.path("id").asString()
                + "/"
                + project.path("slug").asString());
    assertPay(item, "225", "USD", UnitText.TASK);
    assertThat(item.timeRequired()).isEqualTo(Duration.ofMinutes(140));
    assertThat(item.applicantLocationRequirements()).containsExactly("US");
    assertThat(item.validThrough()).isEqualTo(project.path("expireAt").asString());
    assertThat(item.state()).isNull();
  }

  // --- Reddit

  @Test
  void archivedPostsOfForHire() {
    String file = "boards/reddit/r_forhire_archive_2026-07.json";
    List<JsonNode> hiring =
        json(file).path("data").values().stream()
            .filter(row -> row.path("link_flair_text").asString().equals("Hiring"))
            .toList();
    List<JobPosting> items = jobs("reddit-forhire", file, "https://archive.example/");
    assertThat(items).hasSize(4).hasSameSizeAs(hiring);
    pairs(
        items,
        hiring,
        (item, row) -> {
          assertThat(item.title()).isEqualTo(row.path("title").asString().replace('\n', ' '));
          assertThat(item.url()).isEqualTo(row.path("url").asString());
          assertThat(item.url()).contains("/comments/" + item.identifier() + "/");
          assertThat(item.hiringOrganization().name())
              .isEqualTo("u/" + row.path("author").asString());
          assertThat(item.datePosted())
              .isEqualTo(Instant.ofEpochSecond(row.path("created_utc").asLong()));
          assertThat(Objects.requireNonNullElse(item.description(), ""))
              .doesNotContain("[removed]");
        });
    assertThat(items.stream().map(JobPosting::baseSalary).map(RecordedForumsTest::pay))
        .containsExactly(
            "USD 15-15 null", "USD 1000-4000 null", "USD 15-15 HOUR", "USD 200-250 PIECE");
  }

  @Test
  void atomEntry() {
    Extraction extraction =
        read("family:reddit", "boards/reddit/r_pics_atom_2025-12.xml", "https://www.reddit.com/");
    JobPosting item = (JobPosting) items(extraction).items().getFirst();
    assertThat(item.identifier()).isEqualTo("1pz1lp2");
    assertThat(item.title()).startsWith("(OC) The aspen trees").contains("don’t");
    assertThat(item.url()).startsWith("https://www.reddit.com/r/pics/comments/1pz1lp2/");
    assertThat(item.hiringOrganization().name()).isEqualTo("u/NaturePerson88");
    assertThat(item.datePosted()).isEqualTo("2025-12-29T23:22:35Z");
    assertThat(item.description()).as("a picture says nothing").isNull();
    assertThat(item.baseSalary()).isNull();
  }

  @Test
  void redditRefuses() {
    Map<String, String> outcomes =
        Map.ofEntries(
            Map.entry("empty_listing.json", "empty"),
            Map.entry("err_200_with_errors.json", "login-required"),
            Map.entry("err_400_html.html", "drifted"),
            Map.entry("err_400_json.json", "drifted"),
            Map.entry("err_400_plain.txt", "drifted"),
            Map.entry("err_403_quarantined.json", "blocked"),
            Map.entry("err_404.json", "gone"),
            Map.entry("err_500.json", "drifted"),
            Map.entry("blocked_403_2022.html", "blocked"),
            Map.entry("share_link_301.html", "drifted"),
            Map.entry("ok_errors_null.json", "drifted"));
    outcomes.forEach(
        (file, outcome) ->
            assertThat(
                    read("reddit-forhire", "boards/reddit/" + file, "https://oauth.reddit.com/")
                        .outcome())
                .as(file)
                .isEqualTo(outcome));
  }

  @Test
  void postsOfHitsWorthTurkingForInEveryShape() {
    List<RedditPosts.Post> posts = RedditPosts.read(samples.resolve("mturk/reddit-hwtf-2013.csv"));
    assertThat(posts).hasSize(522);
    List<JobPosting> listed = redditJobs("reddit-hitsworthturkingfor", RedditPosts.listing(posts));
    assertThat(listed).hasSizeBetween(495, 510);
    new HitTitles(posts, listed).judge();
    assertThat(redditJobs("reddit-hitsworthturkingfor", RedditPosts.archive(posts)))
        .isEqualTo(listed);
    List<JobPosting> fed = redditJobs("reddit-hitsworthturkingfor", RedditPosts.feed(posts));
    assertThat(fed).hasSameSizeAs(listed);
    new HitTitles(posts, fed).judge();
    long dead = listed.stream().filter(item -> item.state() == PostingState.CLOSED).count();
    assertThat(dead).isEqualTo(260);
  }

  @Test
  void forHireKeepsOffersOnly() {
    List<RedditPosts.Post> posts =
        RedditPosts.read(samples.resolve("mturk/reddit-forhire-2013.csv"));
    List<JobPosting> items = redditJobs("reddit-forhire", RedditPosts.listing(posts));
    Pattern hiring = Pattern.compile("[\\[({]\\s*hiring\\b", Pattern.CASE_INSENSITIVE);
    Pattern other = Pattern.compile("\\[(?:for ?hire|meta)", Pattern.CASE_INSENSITIVE);
    List<String> offers =
        posts.stream()
            .filter(p -> hiring.matcher(p.title()).find() && !other.matcher(p.title()).find())
            .map(RedditPosts.Post::id)
            .toList();
    assertThat(items).extracting(JobPosting::identifier).containsExactlyElementsOf(offers);
    assertThat(items)
        .noneMatch(item -> item.title().toLowerCase(java.util.Locale.ROOT).contains("[for hire]"));
    List<JobPosting> paid = items.stream().filter(item -> item.baseSalary() != null).toList();
    assertThat(paid)
        .filteredOn(item -> item.title().matches(".*[$£€]\\s?\\d.*"))
        .hasSizeGreaterThan(12)
        .allSatisfy(
            item ->
                assertThat(item.title().replaceAll("[,\\s]", ""))
                    .contains(number(item.baseSalary())));
  }

  /** The digits that a title shows for an amount: "30000" for "$30k" is shown as "30". */
  private static String number(MonetaryAmount pay) {
    String plain = pay.maxValue().stripTrailingZeros().toPlainString();
    return plain.endsWith("000") ? plain.substring(0, plain.length() - 3) : plain;
  }

  private static List<JobPosting> redditJobs(String id, RedditPosts.Answer answer) {
    Extraction extraction =
        Extractor.extract(
            sources.byId(id).orElseThrow(),
            "listing",
            response("https://oauth.reddit.com/r/x/new", answer.contentType(), answer.body()));
    assertThat(items(extraction).rejected()).isEmpty();
    return items(extraction).items().stream().map(JobPosting.class::cast).toList();
  }

  // --- Hacker News

  @Test
  void hiringThread() {
    List<JobPosting> items =
        jobs(
            "hacker-news-freelancer",
            "boards/hackernews/hn_algolia_item_whoishiring_2026-09.json",
            "https://hn.algolia.com/api/v1/items/49522897");
    assertThat(items.stream().map(i -> i.hiringOrganization().name() + " | " + pay(i.baseSalary())))
        .containsExactly(
            "Modash.io | EUR 75000-110000 null",
            "Quill | USD 150000-210000 null",
            "Open Education Applications / Neon | null");
    assertThat(items)
        .extracting(JobPosting::url)
        .containsExactly(
            "https://news.ycombinator.com/item?id=49522903",
            "https://news.ycombinator.com/item?id=49522912",
            "https://news.ycombinator.com/item?id=49522929");
    assertThat(items.getFirst().title()).isEqualTo("Senior Product Engineer");
    assertThat(items.getFirst().datePosted()).isEqualTo("2026-09-01T15:01:54Z");
    assertThat(items).allMatch(item -> !item.description().contains("&#x"));
  }

  // --- pages with schema.org data

  @Test
  void castingPages() {
    JobPosting role = job("castingnetworks_role_2026-07.html");
    assertThat(role.identifier()).isEqualTo("67446117");
    assertThat(role.url())
        .isEqualTo("https://www.castingnetworks.com/talent/project/16048613/role/67446117/");
    assertThat(role.title()).startsWith("College Looking Background Needed in Atlanta - Non Union");
    assertThat(role.hiringOrganization().name()).isEqualTo("Casting Networks");
    assertThat(role.datePosted()).isEqualTo("2026-07-08T03:36:26Z");
    assertThat(role.jobLocationType()).isNull();
    assertThat(role.jobLocation()).isEqualTo("Atlanta, GA, United States");
    assertThat(role.baseSalary()).isNull();
    JobPosting kids = job("projectcasting_job_2026.html");
    assertThat(kids.title()).isEqualTo("\"SLIP\" Casting Call for Kid Actors");
    assertThat(kids.hiringOrganization().name()).isEqualTo("Waldron Casting");
    assertThat(kids.datePosted()).isEqualTo("2026-05-14T00:00:00Z");
    assertThat(pay(kids.baseSalary()))
        .as("0 is unknown, the text says more")
        .startsWith("USD 187-187");
    assertThat(kids.jobLocation()).doesNotContain("N/A");
  }

  private static JobPosting job(String file) {
    List<JobPosting> items =
        jobs(
            "family:job-posting-json-ld",
            "boards/jsonld-jobposting/" + file,
            "https://careers.example/one");
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  @Test
  void whatIsNoJobPostingGivesNone() {
    try (Stream<Path> files = Files.list(samples.resolve("boards/jsonld-jobposting"))) {
      List<Path> others =
          files.filter(f -> f.getFileName().toString().startsWith("extruct_invalid")).toList();
      assertThat(others).hasSize(8);
      for (Path file : others)
        assertThat(
                read(
                        "family:job-posting-json-ld",
                        samples.relativize(file).toString(),
                        "https://careers.example/")
                    .outcome())
            .as(file.toString())
            .isEqualTo("drifted");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void examplesOfSchemaOrg() {
    Pattern script =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    int read = 0;
    for (String file : schemaOrgExamples()) {
      Matcher blocks = script.matcher(text(file));
      while (blocks.find()) {
        JsonNode block = JSON.readTree(blocks.group(1));
        if (!block.path("@type").asString().equals("JobPosting")) continue;
        String page = "<html><head>" + blocks.group() + "</head></html>";
        List<JobPosting> items = jobsOf(page);
        assertThat(items).as(file).hasSize(1);
        assertThat(items.getFirst().title())
            .isEqualTo(block.path("title").asString(block.path("name").asString("")));
        read++;
      }
    }
    assertThat(read).isEqualTo(11);
  }

  @Test
  void exampleInMicrodata() {
    String all = text("boards/jsonld-jobposting/schemaorg_eg-0028_microdata_rdfa_jsonld.txt");
    String part = all.substring(all.indexOf("MICRODATA:"), all.indexOf("RDFA:"));
    JobPosting item = jobsOf("<html><body>" + part + "</body></html>").getFirst();
    assertThat(item.title()).isEqualTo("Software Engineer");
    assertThat(item.hiringOrganization().name()).isEqualTo("ABC Company Inc.");
    assertThat(item.datePosted()).isEqualTo("2011-10-31T00:00:00Z");
    assertThat(pay(item.baseSalary())).startsWith("USD 100000-100000");
    assertThat(item.jobLocation()).contains("Kirkland");
  }

  private static List<String> schemaOrgExamples() {
    try (Stream<Path> files = Files.list(samples.resolve("boards/jsonld-jobposting"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("schemaorg_"))
          .map(f -> samples.relativize(f).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JobPosting> jobsOf(String page) {
    Extraction extraction =
        Extractor.extract(
            source("family:job-posting-json-ld"),
            "listing",
            response("https://careers.example/one", "text/html", page));
    return items(extraction).items().stream().map(JobPosting.class::cast).toList();
  }

  // --- forums

  @Test
  void discourseTopicsAndPosts() {
    for (String file : List.of("category_latest_topics", "category_topics", "hot", "new", "top")) {
      String path = "boards/discourse/" + file + ".json";
      List<JsonNode> topics = json(path).at("/topic_list/topics").values().stream().toList();
      pairs(
          posts("family:discourse", path, "https://meta.example.org/latest.json"),
          topics,
          (post, topic) -> {
            assertThat(post.headline()).isEqualTo(topic.path("title").asString());
            assertThat(post.url())
                .isEqualTo(
                    "https://meta.example.org/t/%s/%s"
                        .formatted(topic.path("slug").asString(), topic.path("id").asString()));
            assertThat(post.datePublished())
                .isEqualTo(instant(topic.path("created_at").asString()));
          });
    }
    for (String file : List.of("posts_before", "posts_latest")) {
      String path = "boards/discourse/" + file + ".json";
      List<JsonNode> rows = json(path).path("latest_posts").values().stream().toList();
      pairs(
          posts("family:discourse", path, "https://meta.example.org/posts.json"),
          rows,
          (post, row) -> {
            assertThat(post.identifier()).isEqualTo(row.path("id").asString());
            assertThat(post.author()).isEqualTo(row.path("username").asString());
            assertThat(post.headline()).isEqualTo(row.path("topic_title").asString());
            assertThat(post.datePublished()).isEqualTo(row.path("created_at").asString());
            assertThat(post.text()).isNotBlank().doesNotContain("<p>");
          });
    }
    List<DiscussionForumPosting> topic =
        posts(
            "family:discourse",
            "boards/discourse/topic_posts.json",
            "https://meta.example.org/t/57.json");
    assertThat(topic).hasSize(1);
    assertThat(topic.getFirst().url()).isEqualTo("https://meta.example.org/t/some-topic-slug/57/2");
    assertThat(topic.getFirst().text()).isEqualTo("Some text.");
    assertThat(
            read(
                    "family:discourse",
                    "boards/discourse/categories.json",
                    "https://meta.example.org/categories.json")
                .outcome())
        .isEqualTo("drifted");
  }

  @Test
  void discoursePagesForReadersWithoutScripts() {
    List<DiscussionForumPosting> grid =
        posts(
            "family:discourse",
            "boards/discourse/discourse_topic_grid.html",
            "https://community.tt-rss.org/t/combined-mode-but-grid/4489");
    assertThat(grid).hasSize(18).allMatch(p -> p.headline().equals("Combined mode but grid"));
    assertThat(grid.getLast().author()).isEqualTo("ManuelW");
    assertThat(grid.getLast().url())
        .isEqualTo("https://community.tt-rss.org/t/combined-mode-but-grid/4489/18");
    assertThat(grid.getLast().datePublished()).isEqualTo("2023-06-24T11:30:44Z");
    List<DiscussionForumPosting> telegram =
        posts(
            "family:discourse",
            "boards/discourse/discourse_topic_telegram.html",
            "https://community.tt-rss.org/t/telegram-channel-to-idle-on/3501");
    assertThat(telegram).hasSize(2).allMatch(p -> p.author().equals("fox"));
    assertThat(telegram.getLast().text()).isNull();
  }

  @Test
  void xenForoThreadAndFrontPage() {
    List<DiscussionForumPosting> thread =
        posts(
            "family:xenforo",
            "boards/forum-xenforo/xenforo1_thread_oneplus.html",
            "https://forums.oneplus.net/threads/160418/");
    assertThat(thread)
        .hasSize(20)
        .allMatch(p -> p.headline().startsWith("Name a city with the next letter"));
    assertThat(thread.getFirst().identifier()).isEqualTo("post-6979172");
    assertThat(thread.getFirst().author()).isEqualTo("faridd");
    assertThat(thread.getFirst().text()).isEqualTo("Austin");
    assertThat(thread.getFirst().datePublished()).isEqualTo("2014-10-29T18:28:00Z");
    assertThat(thread.get(1).url()).endsWith("alphabet-game.160418/#post-6979195");
    assertThat(thread.get(2).text()).as("only a picture").isNull();
    List<DiscussionForumPosting> front =
        posts(
            "family:xenforo",
            "boards/forum-xenforo/xenforo1_index_laneros_es.html",
            "http://www.laneros.com/");
    assertThat(front)
        .hasSize(20)
        .allMatch(p -> p.url().startsWith("http://www.laneros.com/temas/"));
    assertThat(front.getFirst().headline())
        .isEqualTo("Participa en el concurso de fotografía Diciembre 2014 de Laneros");
    assertThat(front.getFirst().author()).isEqualTo("Oesoto");
    assertThat(front.getFirst().datePublished()).isEqualTo("2014-12-02T20:05:45Z");
  }

  // --- reading

  private static SourceDefinition source(String id) {
    return id.startsWith("family:")
        ? sources.family(id.substring(7), parameters(id)).orElseThrow()
        : sources.byId(id).orElseThrow();
  }

  private static Map<String, String> parameters(String id) {
    String name = id.equals("family:reddit") ? "subreddit" : "url";
    return Map.of(name, NO_PARAMETERS.get(name));
  }

  private static Extraction read(String id, String file, String url) {
    String type =
        file.endsWith(".html")
            ? "text/html"
            : file.endsWith(".xml") ? "application/atom+xml" : "application/json";
    return Extractor.extract(source(id), "listing", response(url, type, text(file)));
  }

  private static List<JobPosting> jobs(String id, String file, String url) {
    Extraction.Items items = items(read(id, file, url));
    assertThat(items.rejected()).isEmpty();
    return items.items().stream().map(JobPosting.class::cast).toList();
  }

  private static List<DiscussionForumPosting> posts(String id, String file, String url) {
    Extraction.Items items = items(read(id, file, url));
    assertThat(items.rejected()).isEmpty();
    return items.items().stream().map(DiscussionForumPosting.class::cast).toList();
  }

  private static Extraction.Items items(Extraction extraction) {
    assertThat(extraction).isInstanceOf(Extraction.Items.class);
    return (Extraction.Items) extraction;
  }

  private static Response response(String url, String type, String body) {
    return new Response(
        URI.create(url),
        200,
        Map.of("content-type", type),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-11-23T12:00:00Z"));
  }

  private static String text(String file) {
    try {
      return Recordings.text(samples.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String file) {
    return JSON.readTree(text(file));
  }

  // --- comparing

  private interface Comparison<A, B> {
    void compare(A one, B other);
  }

  private static <A, B> void pairs(List<A> ones, List<B> others, Comparison<A, B> comparison) {
    assertThat(ones).hasSameSizeAs(others);
    IntStream.range(0, ones.size()).forEach(i -> comparison.compare(ones.get(i), others.get(i)));
  }

  private static Instant instant(String iso) {
    return OffsetDateTime.parse(iso).toInstant();
  }

  /** "45 minutes". */
  private static Duration minutes(String text) {
    assertThat(text).endsWith(" minutes");
    return Duration.ofMinutes(Long.parseLong(text.substring(0, text.indexOf(' '))));
  }

  private static void assertPay(JobPosting item, String amount, String currency, UnitText unit) {
    assertThat(item.baseSalary().minValue()).isEqualByComparingTo(amount);
    assertThat(item.baseSalary().maxValue()).isEqualByComparingTo(amount);
    assertThat(item.baseSalary().currency()).isEqualTo(currency);
    assertThat(item.baseSalary().unitText()).isEqualTo(unit);
  }

  private static String pay(MonetaryAmount pay) {
    return pay == null
        ? null
        : pay.currency()
            + " "
            + pay.minValue().stripTrailingZeros().toPlainString()
            + "-"
            + pay.maxValue().stripTrailingZeros().toPlainString()
            + " "
            + pay.unitText();
  }
}
