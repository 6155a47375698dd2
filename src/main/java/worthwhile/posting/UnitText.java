package worthwhile.posting;

import java.math.BigDecimal;
import java.util.Optional;

/** What an amount is paid for (schema.org {@code unitText}, with the units of micro-work added). */
public enum UnitText {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  YEAR,
  /** Per assignment of a task. */
  TASK,
  /** A whole fixed-price job. */
  PROJECT,
  WORD,
  AUDIO_MINUTE,
  PIECE,
  /** Platform points; only before they are converted to money. */
  POINTS;

  /**
   * Hours of work that one unit stands for, where the unit is a span of time: 8 a day, 40 a week,
   * 2,080 a year, and a twelfth of that a month (the full-time year that US labour statistics use).
   */
  public Optional<BigDecimal> hours() {
    return switch (this) {
      case HOUR -> Optional.of(BigDecimal.ONE);
      case DAY -> Optional.of(BigDecimal.valueOf(8));
      case WEEK -> Optional.of(BigDecimal.valueOf(40));
      case MONTH -> Optional.of(new BigDecimal("173.3333"));
      case YEAR -> Optional.of(BigDecimal.valueOf(2080));
      case TASK, PROJECT, WORD, AUDIO_MINUTE, PIECE, POINTS -> Optional.empty();
    };
  }
}
