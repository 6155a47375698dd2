package worthwhile.posting.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;

/**
 * Lifelike postings of 20 platforms: titles of about 8 words, descriptions of about 60, a twentieth
 * as many requesters, pay, minutes and countries as they are told on the average, dates of the last
 * 90 days. A posting depends on seed and number alone, so that any of them can be made at any time.
 */
public final class InventedPostings {
  /** So many sources, each of a platform of its own. */
  public static final int SOURCES = 20;

  /** Postings of one requester on the average. */
  private static final int OF_ONE = 20;

  private static final int DAYS = 90;

  private static final List<String> CATEGORIES =
      List.of(
          "survey",
          "interview",
          "usability-test",
          "information-finding",
          "verification",
          "search-evaluation",
          "content-moderation",
          "image-labelling",
          "audio-labelling",
          "judging",
          "data-entry",
          "audio-transcription",
          "translation",
          "writing",
          "ai-rating",
          "voice-recording");

  private static final List<String> COUNTRIES = List.of("US", "GB", "IN", "DE", "PH", "BR");

  private final long seed;
  private final int size;
  private final Instant now;

  /**
   * Postings of a world.
   *
   * @param seed another one is another world
   * @param size how many postings it has, at least 1; there are a twentieth as many requesters
   * @param now no posting is younger
   */
  public InventedPostings(long seed, int size, Instant now) {
    if (size < 1) throw new IllegalArgumentException("a world has 1 posting or more, not " + size);
    this.seed = seed;
    this.size = size;
    this.now = now;
  }

  /** All of them, one after the other. */
  public Stream<JobPosting> all() {
    return IntStream.range(0, size).mapToObj(this::posting);
  }

  /** One of them on the source and platform that its number falls to; the same each time. */
  public JobPosting posting(int number) {
    return posting(number, "bench" + Math.floorMod(number, SOURCES));
  }

  /** One of them on this source, whose platform has its name; the same each time. */
  public JobPosting posting(int number, String source) {
    // Split, since generators of neighbouring seeds say nearly the same.
    SplittableRandom random = new SplittableRandom(31 * seed + number).split();
    InventedWords words = new InventedWords(random);
    JobPostingBuilder job = JobPosting.builder(source, source, "n" + number);
    boolean hourly = percent(random, 15);
    return job.url("https://" + source + ".example/tasks/n" + number)
        .title(words.title(6 + random.nextInt(5)))
        .description(words.sentences(45 + random.nextInt(31)))
        .hiringOrganization(Organization.named("Requester " + requester(number, random)))
        .baseSalary(percent(random, 10) ? null : pay(random, hourly))
        .timeRequired(hourly || percent(random, 40) ? null : minutes(random))
        .totalJobOpenings(percent(random, 50) ? null : (Integer) (1 + random.nextInt(500)))
        .occupationalCategory(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
        .applicantLocationRequirements(countries(random))
        .datePosted(now.minusSeconds(random.nextInt((int) Duration.ofDays(DAYS).toSeconds())))
        .build();
  }

  /** Each offers on one platform; the first have by far the most. */
  private int requester(int number, SplittableRandom random) {
    int ofPlatform = Math.max(1, size / OF_ONE / SOURCES);
    double share = Math.pow(random.nextDouble(), 2);
    int which = (int) (ofPlatform * share);
    return which * SOURCES + Math.floorMod(number, SOURCES);
  }

  /** By the hour mostly 5 to 20 dollars, for a task mostly 0.30 to 6. */
  private static MonetaryAmount pay(SplittableRandom random, boolean hourly) {
    double value = Math.exp((hourly ? 2.3 : 0.3) + 0.8 * random.nextGaussian());
    BigDecimal amount = BigDecimal.valueOf(Math.max(1, Math.round(100 * value)), 2);
    return MonetaryAmount.of("USD", amount, hourly ? UnitText.HOUR : UnitText.TASK);
  }

  private static @Nullable Duration minutes(SplittableRandom random) {
    return Duration.ofMinutes(
        Math.clamp(Math.round(Math.exp(2.3 + 0.8 * random.nextGaussian())), 1, 180));
  }

  private static List<String> countries(SplittableRandom random) {
    if (percent(random, 50)) return List.of();
    return random
        .ints(1 + random.nextInt(2), 0, COUNTRIES.size())
        .distinct()
        .mapToObj(COUNTRIES::get)
        .toList();
  }

  private static boolean percent(SplittableRandom random, int chance) {
    return random.nextInt(100) < chance;
  }
}
