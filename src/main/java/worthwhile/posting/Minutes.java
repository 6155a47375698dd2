package worthwhile.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Minutes as they are told everywhere, so that one span of time is one number. */
public final class Minutes {
  private static final long FEW = 5;
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private Minutes() {}

  /** To a tenth below five minutes, else whole; half minutes stay as they are. */
  public static BigDecimal of(Duration span) {
    BigDecimal seconds = BigDecimal.valueOf(span.toSeconds());
    boolean fine = span.toMinutes() < FEW || span.toSeconds() % 30 == 0;
    BigDecimal minutes = seconds.divide(MINUTE, fine ? 1 : 0, RoundingMode.HALF_UP);
    return minutes.signum() == 0 ? BigDecimal.ZERO : minutes.stripTrailingZeros();
  }
}
