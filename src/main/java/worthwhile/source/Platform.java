package worthwhile.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place where work is offered: the card of {@code platform.yml}. What is not known is absent and
 * the page says "not known".
 *
 * @param id unique; the folder's name
 * @param name for people
 * @param homepage link
 * @param aliases other and former names it is looked for by
 * @param successor id of the platform that took it over; absent if none
 * @param status {@code open}, {@code waitlist}, {@code merged} or {@code closed}
 * @param statusSince when that became so; absent if not known
 * @param kind micro-task, freelance, research, testing, challenge, forum, board
 * @param summary one or two sentences for a newcomer
 * @param access how its tasks reach Worthwhile, and why so
 * @param accessReason the why, in a sentence
 * @param pay lines about unit, currency, points, fees, by label
 * @param payout lines about minimum, methods, delay, by label
 * @param review how long until paid, and what rejection means
 * @param countries who may join, as a sentence; absent if not known
 * @param watchOut what to beware of
 * @param lookAlikes domains known to impersonate it
 * @param attribution what its terms oblige pages to show; absent if nothing
 * @param robots what robots.txt said and when
 * @param facts dated facts with their source
 * @param fees what is taken off a worker's money
 * @param points what its points or tokens are worth
 */
public record Platform(
    String id,
    String name,
    Optional<String> homepage,
    List<String> aliases,
    Optional<String> successor,
    String status,
    Optional<LocalDate> statusSince,
    String kind,
    Optional<String> summary,
    Access access,
    Optional<String> accessReason,
    Map<String, String> pay,
    Map<String, String> payout,
    Optional<String> review,
    Optional<String> countries,
    List<String> watchOut,
    List<String> lookAlikes,
    Optional<String> attribution,
    Optional<String> robots,
    List<Fact> facts,
    List<Fee> fees,
    List<PointWorth> points) {
  /** One statement with its day and where it was read. */
  public record Fact(String text, LocalDate date, String source) {}
}
