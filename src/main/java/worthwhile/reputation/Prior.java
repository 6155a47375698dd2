package worthwhile.reputation;

/**
 * What is assumed of a requester before anybody says anything.
 *
 * @param mean score without evidence, 0 to 1; a new name never begins above it
 * @param weight how much evidence, in fully trusted ratings, weighs as much as the assumption
 */
public record Prior(double mean, double weight) {
  /**
   * Neither good nor bad, worth half a full voice: about three usual ones, as on Turkopticon, where
   * the spread of the averages of 898 requesters makes the assumption worth 2.8 reviews.
   */
  public static final Prior NEUTRAL = new Prior(.5, .5);

  public Prior {
    if (!(mean >= 0 && mean <= 1))
      throw new IllegalArgumentException("the mean must be from 0 to 1, not " + mean);
    if (!(weight > 0)) throw new IllegalArgumentException("the weight must be above 0: " + weight);
  }
}
