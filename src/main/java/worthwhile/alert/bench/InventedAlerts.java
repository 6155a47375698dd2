package worthwhile.alert.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.Standing;
import worthwhile.search.SearchQuery;

/** Lifelike saved searches and postings, the same for the same seed. */
final class InventedAlerts {
  private static final int VOCABULARY = 20_000;
  private static final int WITHOUT_WORDS_PERCENT = 15;
  private static final List<String> COUNTRIES = List.of("US", "GB", "IN", "DE", "PH", "BR");
  private static final List<String> CATEGORIES =
      List.of("survey", "transcription", "data entry", "ai training", "testing");

  private final Random random;

  InventedAlerts(long seed) {
    random = new Random(seed);
  }

  SearchQuery search() {
    Map<String, List<String>> parameters = new HashMap<>();
    boolean words = !percent(WITHOUT_WORDS_PERCENT);
    if (words) parameters.put("q", List.of(words(1 + random.nextInt(3))));
    if (!words || percent(50))
      parameters.put("min_hourly", List.of(String.valueOf(4 + random.nextInt(40) / 2.0)));
    if (percent(words ? 30 : 60)) parameters.put("platform", platforms());
    if (percent(25)) parameters.put("country", List.of(pick(COUNTRIES)));
    if (percent(10)) parameters.put("category", List.of(pick(CATEGORIES)));
    if (percent(15)) parameters.put("max_minutes", List.of(pick(List.of("10", "30", "60"))));
    if (percent(20)) parameters.put("exclude", List.of(word()));
    if (percent(30)) parameters.put("include_unknown_pay", List.of("false"));
    return switch (SearchQuery.parse(parameters)) {
      case SearchQuery.Parsed.Valid(SearchQuery query) -> query;
      case SearchQuery.Parsed.Invalid(List<SearchQuery.Parsed.Mistake> mistakes) ->
          throw new IllegalStateException(mistakes.toString());
    };
  }

  Posting posting(int number) {
    JobPosting job =
        JobPosting.builder("bench", platform(), "n" + number)
            .title(words(8))
            .description(words(60))
            .hiringOrganization(Organization.named("Requester " + random.nextInt(500)))
            .occupationalCategory(pick(CATEGORIES))
            .applicantLocationRequirements(percent(50) ? List.of() : List.of(pick(COUNTRIES)))
            .build();
    return new Posting(job, Standing.UNKNOWN, Assessment.NONE.with(percent(30) ? null : pay()));
  }

  private Pay pay() {
    BigDecimal hourly = BigDecimal.valueOf(Math.round(100 * Math.exp(2 + random.nextGaussian())), 2);
    return new Pay(
        "USD", hourly, hourly, hourly, Pay.Basis.STATED, 1, null, List.of(), null, List.of());
  }

  private List<String> platforms() {
    List<String> platforms = new ArrayList<>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) platforms.add(platform());
    return platforms;
  }

  /** The first of forty are by far the largest. */
  private String platform() {
    return "platform" + (int) (40 * Math.pow(random.nextDouble(), 2));
  }

  private String words(int n) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < n; i++) words.add(word());
    return String.join(" ", words);
  }

  /** As often as words are in texts: the commonest in one of ten places, most of them seldom. */
  private String word() {
    return "w" + (int) (Math.pow(VOCABULARY, random.nextDouble()) - 1) + "x";
  }

  private boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
