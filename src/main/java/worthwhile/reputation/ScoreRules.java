package worthwhile.reputation;

/**
 * The figures by which scores are worked out, for whoever wants to read or check them.
 *
 * @param halfLifeDays after so many days a rating weighs half
 * @param mostByWork the most that verified work alone gives a voice
 * @param halfAtRequesters with verified work for so many requesters a reviewer has half of it
 * @param mostTogether a reviewer's voices together weigh no more than so many full ones
 * @param alikeFrom reviewers who rated so many requesters alike, and nobody else, share one voice
 * @param halfTrustedAt so much praise of trusted accounts makes an account half trusted
 * @param recentDays the days before the newest rating that are held against those before
 * @param oldKeeps the part of its weight that an older rating keeps after a change of conduct
 * @param burstLeast so many alike ratings of new accounts at once are set aside
 * @param burstDays days within which they fall
 * @param newDays an account is new for so many days
 * @param leastReviewers fewer who count make no score
 */
public record ScoreRules(
    long halfLifeDays,
    double mostByWork,
    double halfAtRequesters,
    double mostTogether,
    int alikeFrom,
    double halfTrustedAt,
    long recentDays,
    double oldKeeps,
    int burstLeast,
    long burstDays,
    long newDays,
    int leastReviewers) {
  private static final long DAY = 24L * 60 * 60 * 1000;

  /** Those in force. */
  public static ScoreRules inForce() {
    return new ScoreRules(
        Math.round(Reputation.HALF_LIFE_MILLIS / DAY),
        ReviewerVoice.MOST_BY_WORK,
        ReviewerVoice.HALF_AT_REQUESTERS,
        ReviewerVoices.MOST_TOGETHER,
        ReviewerVoices.ALIKE_FROM,
        Trust.HALF_TRUSTED_AT,
        ConductChange.RECENT_MILLIS / DAY,
        ConductChange.OLD_KEEPS,
        Bursts.LEAST,
        Bursts.WINDOW_MILLIS / DAY,
        Bursts.NEW_MILLIS / DAY,
        RequesterScore.LEAST_REVIEWERS);
  }
}
