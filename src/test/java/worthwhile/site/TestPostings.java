package worthwhile.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/** Invented postings, the same every time: plain ones, odd ones and hostile ones. */
public final class TestPostings {
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  public static final String SLASHED = "study-hall-feed:a/b c?d=1&e=%2F#ü";
  public static final String HOSTILE = "study-hall-feed:\"><script>alert(1)</script>";
  public static final String CLOSED = "shelf-tasks:closed";

  private static final List<String> TITLES =
      List.of(
          "Label photos of shop shelves",
          "Survey about breakfast habits",
          "Transcribe a short interview",
          "Sort product names into categories",
          "Record ten sentences in your language",
          "Check whether two addresses match");
  private static final List<String> CATEGORIES =
      List.of("image-labelling", "survey", "transcription", "data-entry", "speech", "data-entry");
  private static final List<String> SOURCES =
      List.of("shelf-tasks", "kleinarbeit", "study-hall-feed");
  private static final List<String> PLATFORMS = List.of("shelf-tasks", "kleinarbeit", "study-hall");
  private static final List<String> REQUESTERS =
      List.of("Shelf Lab", "Blue Otter Research", "Ångström & Söhne", "Paper Crane");

  private TestPostings() {}

  /** Sixty open ones. */
  static List<Posting> open() {
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < 54; i++) postings.add(plain(i));
    postings.add(slashed());
    postings.add(hostile());
    postings.add(
        FlatPosting.of(plain(54)).url("javascript:alert(2)").title("Link that is none").build());
    postings.add(FlatPosting.of(plain(55)).state(PostingState.MISSING).build());
    postings.add(FlatPosting.of(plain(56)).state(PostingState.EVERGREEN).build());
    postings.add(
        FlatPosting.of(plain(57))
            .title("Same work elsewhere")
            .duplicates(List.of(plain(0).id()))
            .build());
    return postings;
  }

  public static Posting plain(int i) {
    int kind = i % TITLES.size();
    String source = SOURCES.get(i % SOURCES.size());
    FlatPosting builder =
        FlatPosting.builder(source, PLATFORMS.get(i % PLATFORMS.size()), "task-" + i)
            .url("https://" + source + ".example/tasks/" + i)
            .title(TITLES.get(kind) + ", batch " + i)
            .description("Please work through batch " + i + ".\nTake care: quality is checked.")
            .language("en")
            .hiringOrganization(new Organization(REQUESTERS.get(i % REQUESTERS.size()), null, null))
            .occupationalCategory(CATEGORIES.get(kind))
            .datePosted(NOW.minus(Duration.ofHours(3L * i + 1)))
            .firstSeen(NOW.minus(Duration.ofHours(3L * i)))
            .lastSeen(NOW.minus(Duration.ofMinutes(10)))
            .state(PostingState.OPEN);
    if (i % 2 == 0)
      builder.applicantLocationRequirements(
          i % 4 == 0 ? List.of("US") : List.of("GB", "DE", "FR", "IN"));
    if (i % 5 != 0) paid(builder, i);
    return builder.build();
  }

  private static void paid(FlatPosting builder, int i) {
    BigDecimal reward =
        new BigDecimal("0.50").add(new BigDecimal("0.25").multiply(BigDecimal.valueOf(i)));
    builder.baseSalary(MonetaryAmount.of("USD", reward, UnitText.TASK));
    if (i % 5 == 4) return;
    int minutes = 5 + i % 30;
    BigDecimal hourly =
        reward
            .multiply(BigDecimal.valueOf(60))
            .divide(BigDecimal.valueOf(minutes), 2, RoundingMode.HALF_UP);
    builder
        .timeRequired(Duration.ofMinutes(minutes))
        .totalJobOpenings(10 + i)
        .pay(
            new Pay(
                "USD",
                hourly.multiply(new BigDecimal("0.8")),
                hourly,
                hourly.multiply(new BigDecimal("1.3")),
                Pay.Basis.STATED,
                1 + i % 4,
                NOW,
                List.of(Reason.stated("$" + reward + " for " + minutes + " minutes, as stated")),
                null,
                List.of()));
  }

  private static Posting slashed() {
    return FlatPosting.builder("study-hall-feed", "study-hall", "a/b c?d=1&e=%2F#ü")
        .title("Zürich street names")
        .url("https://study-hall.example/x?y=1&z=2")
        .datePosted(NOW.minus(Duration.ofMinutes(5)))
        .firstSeen(NOW)
        .lastSeen(NOW)
        .state(PostingState.OPEN)
        .build();
  }

  private static Posting hostile() {
    String script = "<script>alert(1)</script>";
    return FlatPosting.builder("study-hall-feed", "study-hall", "\"><script>alert(1)</script>")
        .title(script + " \"quoted\" 'single' </title> malice & more")
        .description(script + "\n</script><img src=x onerror=alert(3)> malice in the text")
        .url("https://study-hall.example/\"onmouseover=\"alert(4)")
        .hiringOrganization(
            new Organization("\"><img src=x onerror=alert(5)>", null, "javascript:alert(6)"))
        .qualifications(List.of(script))
        .skills(List.of(script))
        .occupationalCategory("<b>bold</b>")
        .jobLocation(script)
        .employmentType("'\"><i>")
        .datePosted(NOW.minus(Duration.ofMinutes(30)))
        .firstSeen(NOW)
        .lastSeen(NOW)
        .state(PostingState.OPEN)
        .build();
  }

  /** A requester with an id, who was called otherwise before. */
  public static List<Posting> known() {
    return List.of(
        FlatPosting.of(plain(70))
            .hiringOrganization(new Organization("Otter Lab", "r-17", null))
            .firstSeen(NOW.minus(Duration.ofDays(3)))
            .build(),
        FlatPosting.of(plain(73))
            .hiringOrganization(new Organization("Blue Otter Lab", "r-17", null))
            .build());
  }

  /** What two sites say of that requester, one of them nastily. */
  public static List<AggregateRating> ratings() {
    return List.of(
        rating("first-site", "First Site", Map.of("pay", new BigDecimal("3.40")), Map.of()),
        rating("second-site", "<b>Second</b>", Map.of(), Map.of("speed", "<i>Good</i>")));
  }

  private static AggregateRating rating(
      String site, String author, Map<String, BigDecimal> values, Map<String, String> words) {
    String platform = plain(70).job().platform();
    return new AggregateRating(
        site + ":r-17",
        site,
        site,
        "r-17",
        new AggregateRating.Reviewed("Otter Laboratory", platform, "r-17"),
        values,
        words,
        values.isEmpty() ? null : new BigDecimal("5"),
        values.isEmpty() ? null : new BigDecimal("1"),
        12,
        MonetaryAmount.of("USD", new BigDecimal("9.40"), UnitText.HOUR),
        List.of(new AggregateRating.Bucket("$7-$10", 3)),
        1,
        0,
        2,
        author,
        "https://" + site + ".example/r-17",
        NOW.minus(Duration.ofDays(2)));
  }

  /** One that closed, with the reason. */
  static Posting gone() {
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", "closed")
        .title("Task of last week")
        .url("https://shelf-tasks.example/tasks/closed")
        .hiringOrganization(new Organization("Shelf Lab", null, null))
        .datePosted(NOW.minus(Duration.ofDays(8)))
        .firstSeen(NOW.minus(Duration.ofDays(8)))
        .lastSeen(NOW.minus(Duration.ofDays(2)))
        .state(PostingState.CLOSED)
        .stateReason(Reason.of("absent-twice"))
        .build();
  }
}
