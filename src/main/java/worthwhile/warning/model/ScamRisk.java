package worthwhile.warning.model;

import java.util.List;
import java.util.Optional;

/**
 * How likely a posting is a fraud, by its words alone.
 *
 * @param value the share of frauds among postings with such words, from 0 to 1, where {@link
 *     ScamModel#NATURAL} of all are; just that if too few words are known to say more
 * @param words that raised it most, the strongest first; empty if nothing did
 */
public record ScamRisk(double value, List<String> words) {
  /** From here on more such postings were frauds than not. */
  private static final double NOTE = 0.5;

  private static final double CAUTION = 0.85;

  /** How loudly a model may speak; it never says danger. */
  public enum Level {
    NOTE,
    CAUTION
  }

  public ScamRisk {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException("A risk is from 0 to 1, not " + value);
    words = List.copyOf(words);
  }

  /** What it may raise; nothing below even odds. */
  public Optional<Level> level() {
    if (value >= CAUTION) return Optional.of(Level.CAUTION);
    return value >= NOTE ? Optional.of(Level.NOTE) : Optional.empty();
  }
}
