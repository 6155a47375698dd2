package worthwhile.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import worthwhile.posting.WorkReport;

/** Invented postings with everything known, half known or unknown, the same for the same seed. */
public final class InventedPostings {
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final List<String> WORDS =
      List.of("apple", "bridge", "cobalt", "dune", "ember", "flint", "grove", "harbor", "ivory");
  static final List<String> PLATFORMS = List.of("prolific", "mturk", "crowdgen", "remotive");
  static final List<String> CATEGORIES = List.of("survey", "Data Entry", "annotation");
  static final List<String> COUNTRIES = List.of("US", "GB", "IN", "TR");
  private static final List<String> REQUESTERS =
      IntStream.range(0, 60).mapToObj(i -> "Requester " + i).toList();

  /** Some of whom offer them, as searches leave them out. */
  static final List<String> BLOCKABLE =
      List.of(
          "mturk:name:requester 0",
          "mturk:name:requester 1",
          "prolific:name:requester 1",
          "crowdgen:name:REQUESTER 2",
          "remotive:name:requester 3",
          "mturk:requester 1");

  private final Random random;

  InventedPostings(long seed) {
    random = new Random(seed);
  }

  List<Posting> list(int n) {
    return IntStream.range(0, n).mapToObj(this::posting).collect(Collectors.toList());
  }

  Posting posting(int number) {
    String platform = pick(PLATFORMS);
    return FlatPosting.builder("s-" + platform, platform, "n" + number)
        .title(words(2))
        .description(maybe() ? words(6) : null)
        .hiringOrganization(maybe() ? Organization.named(requester()) : null)
        .occupationalCategory(maybe() ? pick(CATEGORIES) : null)
        .kind(maybe() ? pick(List.of(TaskKind.values())) : null)
        .applicantLocationRequirements(
            maybe() ? List.of() : COUNTRIES.stream().filter(c -> random.nextInt(3) == 0).toList())
        .timeRequired(maybe() ? Duration.ofMinutes(1 + random.nextInt(60)) : null)
        .reports(
            maybe()
                ? List.of()
                : List.of(
                    new WorkReport(
                        null, BigDecimal.valueOf(1 + random.nextInt(60)), null, null, "forum")))
        .baseSalary(maybe() ? salary() : null)
        .datePosted(maybe() ? NOW.minusSeconds(random.nextInt(40 * 24 * 3600)) : null)
        .firstSeen(NOW.minusSeconds(random.nextInt(40 * 24 * 3600)))
        .validThrough(maybe() ? NOW.plusSeconds(random.nextInt(2_000_000) - 500_000) : null)
        .totalJobOpenings(maybe() ? null : (Integer) random.nextInt(4))
        .jobLocation(random.nextInt(4) == 0 ? "Worldwide" : null)
        .ineligibleRegion(random.nextInt(8) == 0 ? List.of(pick(COUNTRIES)) : List.of())
        .devices(maybe() ? List.of() : List.of(pick(List.of("phone", "desktop", "webcam"))))
        .language(number % 4 == 0 ? null : List.of("en", "de", "sw").get(number % 3))
        .lastSeen(NOW)
        .state(state())
        .pay(maybe() ? pay(cents(3000)) : null)
        .reputation(reputation(number))
        .warned(number % 5 == 0 ? null : BigDecimal.valueOf(number % 100, 2), warnings(number))
        .build();
  }

  public static Pay pay(BigDecimal hourly) {
    return new Pay(
        "USD", hourly, hourly, hourly, Pay.Basis.STATED, 1, null, List.of(), null, List.of());
  }

  /** Of every fourth nothing, else a note and what is graver. */
  private static List<Warning> warnings(int number) {
    return Arrays.stream(Warning.Severity.values())
        .limit(number % 4)
        .map(severity -> new Warning("task-scam", severity, null, Warning.By.RULE, null, Map.of()))
        .toList();
  }

  /** Known of every third, too little of every other third. */
  private static Conduct reputation(int number) {
    ConductBuilder conduct =
        ConductBuilder.builder().n(number % 7).state(Conduct.State.NOT_ENOUGH_HISTORY).asOf(NOW);
    BigDecimal score = BigDecimal.valueOf(number % 101, 2);
    return switch (number % 3) {
      case 0 -> null;
      case 1 -> conduct.build();
      default ->
          conduct.state(Conduct.State.KNOWN).score(score).low(score).high(BigDecimal.ONE).build();
    };
  }

  private PostingState state() {
    return switch (random.nextInt(18)) {
      case 0 -> PostingState.CLOSED;
      case 1, 2 -> PostingState.MISSING;
      default -> PostingState.OPEN;
    };
  }

  private MonetaryAmount salary() {
    UnitText unit = List.of(UnitText.TASK, UnitText.PROJECT, UnitText.HOUR).get(random.nextInt(3));
    return MonetaryAmount.of(random.nextInt(4) == 0 ? "EUR" : "USD", cents(500), unit);
  }

  private BigDecimal cents(int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most), 2);
  }

  private String requester() {
    String name = pick(REQUESTERS);
    return random.nextInt(3) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name;
  }

  private String words(int n) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < n; i++) words.add(pick(WORDS));
    return String.join(" ", words);
  }

  private boolean maybe() {
    return random.nextInt(3) != 0;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
