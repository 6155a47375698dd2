package worthwhile.schedule;

import java.time.Instant;
import java.util.Objects;

/** A source and when it is due; a time in the past means now. */
public record Due(String source, Instant at) {
  public Due {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(at, "at");
  }
}
