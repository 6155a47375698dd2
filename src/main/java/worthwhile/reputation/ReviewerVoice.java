package worthwhile.reputation;

import java.time.Instant;

/**
 * How far a reviewer's word counts. A new one's without verified work counts for nothing.
 *
 * @param trust 0 to 1, spread from accounts that the operator trusts
 * @param worked requesters for whom it is known that she worked, among those she judges
 * @param share 0 to 1, what is left of a voice that others share or that speaks of very many
 * @param silenced whether somebody trusted complains of her: then her work gives no voice
 * @param since when she first judged anybody
 */
public record ReviewerVoice(
    double trust, int worked, double share, boolean silenced, Instant since) {
  /** The most that verified work alone gives: it proves the work and not what is said of it. */
  static final double MOST_BY_WORK = .5;

  /** With verified work for so many requesters a reviewer has half of it. */
  static final double HALF_AT_REQUESTERS = 2;

  public ReviewerVoice {
    if (!(trust >= 0 && trust <= 1 && share >= 0 && share <= 1 && worked >= 0))
      throw new IllegalArgumentException(
          "trust and share are from 0 to 1, not %s and %s".formatted(trust, share));
  }

  /** What one judgement of hers weighs, 0 to 1, before its age. */
  public double weight(boolean verified) {
    double work = verified && !silenced ? MOST_BY_WORK * worked / (worked + HALF_AT_REQUESTERS) : 0;
    return Math.max(trust, work) * share;
  }
}
