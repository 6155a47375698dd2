package worthwhile.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/** Any number of invented postings; words, requesters and platforms are spread as Zipf says. */
final class InventedMarket {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final int VOCABULARY = 30_000;
  static final List<String> COUNTRIES = List.of("US", "GB", "IN", "DE", "CA", "PH", "KE", "BR");
  private static final String[] SYLLABLES = {
    "ba", "co", "di", "fu", "ga", "hel", "ki", "lo", "mar", "ne", "pol", "qua", "ri", "sta", "tu",
    "vo", "wen", "xi", "yal", "zor"
  };
  private static final double[] WORDS = zipf(VOCABULARY);
  private static final double[] REQUESTERS = zipf(50_000);
  private static final double[] PLATFORMS = zipf(30);
  private static final double[] CATEGORIES = zipf(25);

  private final Random random;

  InventedMarket(long seed) {
    random = new Random(seed);
  }

  Posting posting(int number) {
    String platform = "platform" + draw(PLATFORMS);
    Instant posted = NOW.minusSeconds((long) (Math.pow(random.nextDouble(), 2) * 90 * 86_400));
    return FlatPosting.builder(platform, platform, Integer.toString(number))
        .url("https://example.org/task/" + number)
        .title(text(8))
        .description(text(40 + random.nextInt(120)))
        .language("en")
        .hiringOrganization(Organization.named("Requester " + draw(REQUESTERS)))
        .occupationalCategory("category" + draw(CATEGORIES))
        .skills(List.of(word(draw(WORDS)), word(draw(WORDS))))
        .applicantLocationRequirements(countries())
        .timeRequired(random.nextInt(3) == 0 ? null : Duration.ofMinutes(1 + random.nextInt(90)))
        .baseSalary(MonetaryAmount.of("USD", cents(2_000), UnitText.TASK))
        .datePosted(posted)
        .validThrough(random.nextInt(3) == 0 ? NOW.plusSeconds(random.nextInt(2_000_000)) : null)
        .firstSeen(posted)
        .lastSeen(NOW)
        .state(PostingState.OPEN)
        .pay(random.nextInt(3) == 0 ? null : pay())
        .duplicates(copies(number))
        .build();
  }

  /** One in ten has a copy. */
  private static List<String> copies(int number) {
    if (number % 20 > 1) return List.of();
    int other = number % 20 == 0 ? number + 1 : number - 1;
    return List.of("copy:" + number / 20, "copy:" + number / 20 + "-" + other);
  }

  /** A word as often as it stands in texts, the commonest left out: nobody searches for them. */
  String searched() {
    int rank = draw(WORDS);
    return word(rank < 30 ? 30 + random.nextInt(2_000) : rank);
  }

  static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int n = rank + 400; n > 0; n /= SYLLABLES.length)
      word.append(SYLLABLES[n % SYLLABLES.length]);
    return word.toString();
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++)
      text.append(i == 0 ? "" : i % 12 == 0 ? ". " : " ").append(word(draw(WORDS)));
    return text.toString();
  }

  private List<String> countries() {
    if (random.nextInt(2) == 0) return List.of();
    return IntStream.range(0, 1 + random.nextInt(3))
        .mapToObj(i -> COUNTRIES.get(random.nextInt(COUNTRIES.size())))
        .distinct()
        .toList();
  }

  private Pay pay() {
    BigDecimal hourly = cents(3_000);
    return new Pay(
        "USD",
        hourly,
        hourly,
        hourly,
        Pay.Basis.STATED,
        1,
        NOW,
        List.of(Reason.stated("stated")),
        null,
        List.of());
  }

  private BigDecimal cents(int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most), 2);
  }

  private int draw(double[] sums) {
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
  }

  private static double[] zipf(int n) {
    double[] sums = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) sums[i] = sum += 1.0 / (i + 1);
    return sums;
  }
}
