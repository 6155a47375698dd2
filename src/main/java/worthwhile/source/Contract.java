package worthwhile.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a healthy answer looks like; checked on fixtures and on every live run.
 *
 * @param minRows fewest rows of a whole listing that does not say itself that it is empty
 * @param maxRows most rows on one page
 * @param always fields that every row has
 * @param fresh the newest row is not older than this; absent if the source says nothing of age
 * @param tolerate broken runs in a row before the source is quarantined
 */
public record Contract(
    int minRows, int maxRows, List<String> always, Optional<Duration> fresh, int tolerate) {
  public Contract {
    always = List.copyOf(always);
    if (minRows > maxRows) throw new IllegalArgumentException("rows: " + minRows + " > " + maxRows);
  }
}
