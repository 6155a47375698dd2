package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Points that the Fairwork project gave a platform; each needs evidence.
 *
 * @param points 0 to {@value #MOST}
 */
public record FairworkScore(int points, @JsonUnwrapped Citation citation) implements Dated {
  public static final int MOST = 10;

  public FairworkScore {
    if (points < 0 || points > MOST)
      throw new IllegalArgumentException("Fairwork gives 0 to " + MOST + " points, not " + points);
  }
}
