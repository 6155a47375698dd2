package worthwhile.command.maintain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Standing;
import worthwhile.posting.UnitText;
import worthwhile.search.PostingFacts;
import worthwhile.search.SearchQuery;
import worthwhile.search.Vocabulary;

/**
 * Saved searches and postings as they might be. Words, requesters and platforms are drawn so that a
 * few are common and most are rare; 15% of the searches have no words, many of these are the same.
 */
final class InventedAlerts {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final int WORDS = 30_000;
  private static final int KEYWORDLESS_PERCENT = 15;
  private static final List<String> COUNTRIES = List.of("US", "GB", "IN", "DE", "PH", "KE");
  private static final List<String> HOURLY = List.of("5", "6", "8", "10", "12", "15", "18", "20");
  private static final String[] SYLLABLES = {
    "ba", "co", "di", "fu", "ga", "hel", "ki", "lo", "mar", "ne", "pol", "qua", "ri", "sta", "tu",
    "vo", "wen", "xi", "yal", "zor"
  };

  private final Random random;
  private final Vocabulary vocabulary;

  InventedAlerts(long seed, Vocabulary vocabulary) {
    this.random = new Random(seed);
    this.vocabulary = vocabulary;
  }

  /** The next saved search. */
  SearchQuery search() {
    Map<String, List<String>> asked = new HashMap<>();
    boolean words = random.nextInt(100) >= KEYWORDLESS_PERCENT;
    if (words) asked.put("q", List.of(words()));
    if (!words || one(2)) asked.put("min_hourly", List.of(hourly()));
    if (one(3)) asked.put("platform", List.of(platform()));
    if (one(5)) asked.put("country", List.of(pick(COUNTRIES)));
    if (words && one(5)) asked.put("exclude", List.of(word(rank(WORDS))));
    if (one(8)) asked.put("max_minutes", List.of(pick(List.of("5", "10", "30"))));
    if (one(12)) asked.put("min_reward", List.of(pick(List.of("0.5", "1", "5"))));
    if (one(3)) asked.put("include_unknown_pay", List.of("false"));
    return switch (SearchQuery.parse(asked)) {
      case SearchQuery.Parsed.Valid(SearchQuery query) -> query;
      case SearchQuery.Parsed.Invalid(List<SearchQuery.Parsed.Mistake> mistakes) ->
          throw new IllegalStateException(mistakes.toString());
    };
  }

  /** The next posting, its text not analysed yet. */
  PostingFacts facts(int number) {
    String platform = platform();
    Posting posting =
        new Posting(
            JobPostingBuilder.builder()
                .id(platform + ":" + number)
                .source(platform)
                .platform(platform)
                .identifier(Integer.toString(number))
                .title(text(8))
                .description(text(40 + random.nextInt(60)))
                .hiringOrganization(Organization.named("Requester " + rank(50_000)))
                .occupationalCategory("category" + rank(25))
                .applicantLocationRequirements(one(3) ? List.of(pick(COUNTRIES)) : List.of())
                .timeRequired(one(3) ? null : Duration.ofMinutes(1 + random.nextInt(60)))
                .baseSalary(MonetaryAmount.of("USD", cents(1_000), UnitText.TASK))
                .datePosted(NOW.minusSeconds(random.nextInt(600)))
                .build(),
            Standing.UNKNOWN.in(PostingState.OPEN, null),
            one(3) ? Assessment.NONE : Assessment.NONE.with(pay()));
    return PostingFacts.of(
        posting, PostingFacts.statedReward(posting), vocabulary, Optional.empty());
  }

  private Pay pay() {
    BigDecimal net = cents(2_500);
    return new Pay("USD", net, net, net, Pay.Basis.STATED, 1, null, List.of(), null, List.of());
  }

  private String words() {
    List<String> words = new ArrayList<>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) words.add(word(20 + rank(WORDS - 20)));
    String all = String.join(" ", words);
    return one(10) ? '"' + all + '"' : all;
  }

  private String hourly() {
    return one(4) ? cents(3_000).toPlainString() : pick(HOURLY);
  }

  private String platform() {
    return "platform" + rank(40);
  }

  private String text(int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) text.add(word(rank(WORDS)));
    return String.join(" ", text);
  }

  private BigDecimal cents(int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most), 2);
  }

  /** From 0; a rank is drawn about as often as one divided by it says. */
  private int rank(int most) {
    return (int) Math.pow(most, random.nextDouble()) - 1;
  }

  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int n = rank + 400; n > 0; n /= SYLLABLES.length)
      word.append(SYLLABLES[n % SYLLABLES.length]);
    return word.toString();
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
