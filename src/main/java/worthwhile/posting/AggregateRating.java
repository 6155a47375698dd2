package worthwhile.posting;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site of workers says in sum of one requester (schema.org {@code AggregateRating}): other
 * people's judgement, kept beside our own figures and never mixed into them without a name.
 *
 * @param id see {@link Item#id()}
 * @param source see {@link Item#source()}
 * @param platform see {@link Item#platform()}: the site that judges
 * @param identifier the requester's id on the platform where the work is
 * @param itemReviewed who is judged
 * @param ratingValue figures by aspect (pay, communication, fairness, speed), between {@code
 *     worstRating} and {@code bestRating}; an aspect that nobody judged is missing
 * @param ratingExplanation the site's own word by aspect, such as "Fair"
 * @param bestRating null if there are no figures
 * @param worstRating null if there are no figures
 * @param reviewCount how many reviews it rests on; null if the site does not say
 * @param wage mean earnings an hour as the site works them out; null if none
 * @param payBuckets how many reviews fell into which span of pay, in the site's order
 * @param rejections how many reviews tell of rejected work; null if the site does not say
 * @param blocks how many tell of being blocked; null if the site does not say
 * @param tosFlags how many say that a task broke the platform's terms; null if the site does not
 *     say
 * @param author name of the site, to be shown with every figure
 * @param url the site's page about the requester; null if not known
 * @param dateModified when the site said so
 */
@RecordBuilder
public record AggregateRating(
    String id,
    String source,
    String platform,
    String identifier,
    Reviewed itemReviewed,
    Map<String, BigDecimal> ratingValue,
    Map<String, String> ratingExplanation,
    @Nullable BigDecimal bestRating,
    @Nullable BigDecimal worstRating,
    @Nullable Integer reviewCount,
    @Nullable MonetaryAmount wage,
    List<Bucket> payBuckets,
    @Nullable Integer rejections,
    @Nullable Integer blocks,
    @Nullable Integer tosFlags,
    String author,
    @Nullable String url,
    Instant dateModified)
    implements Item {
  /**
   * A requester on a platform.
   *
   * @param name null if the site does not know it
   * @param platform id of the platform where the requester offers work
   * @param identifier the requester's id there
   */
  public record Reviewed(
      @Nullable String name, @Nullable String platform, @Nullable String identifier) {}

  /** A span of pay, such as "$7-$10", and how many reviews fell into it. */
  public record Bucket(String label, int count) {}

  public AggregateRating {
    if (itemReviewed == null || itemReviewed.identifier() == null)
      throw new IllegalArgumentException("a rating needs to say by id whom it is of");
    url = WebLink.honest(url);
    ratingValue = sorted(ratingValue);
    ratingExplanation = sorted(ratingExplanation);
    payBuckets = payBuckets == null ? List.of() : List.copyOf(payBuckets);
  }

  private static <T> Map<String, T> sorted(Map<String, T> values) {
    return values == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** The same, as said at another time. */
  public AggregateRating at(@Nullable Instant when) {
    return AggregateRatingBuilder.builder(this).dateModified(when).build();
  }
}
