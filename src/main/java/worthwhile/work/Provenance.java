package worthwhile.work;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a piece of work became known. */
public enum Provenance {
  /** Measured with Start and Done. */
  @JsonProperty("timer")
  TIMER,
  /** Told by the worker afterwards. */
  @JsonProperty("report")
  REPORT,
  /** From a file of the platform's. */
  @JsonProperty("import")
  IMPORT,
  /** From a time tracker's file: hours without pay. */
  @JsonProperty("tracker")
  TRACKER;

  /** As it stands in files and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the worker noted it herself; the platform's own row of the same work may come too. */
  public boolean isNoted() {
    return this != IMPORT;
  }

  /** By its word; absent if there is none. */
  public static Optional<Provenance> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
