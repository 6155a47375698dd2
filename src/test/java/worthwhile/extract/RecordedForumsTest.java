package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.ParsedPage;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingState;
import worthwhile.source.PageKind;

/** Real recordings of forums, read as a person would read them. */
class RecordedForumsTest extends RecordedPages {
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
            new PageKind.Listing(),
            ParsedPage.of(
                response("https://oauth.reddit.com/r/x/new", answer.contentType(), answer.body())));
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
}
